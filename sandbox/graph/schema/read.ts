import type { EnumType, Schema, StructuredType, TypeRef } from './types.ts';

const TAG = /<(\/?)([A-Za-z:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:]+)="([^"]*)"/g;

/**
 * Reads the types and enums of a CSDL 4.0 document. It understands exactly what that format's `Schema` needs here: EntityType,
 * ComplexType, EnumType and their Property, NavigationProperty and Member elements; everything else is passed over.
 */
export function readCsdl(xml: string): Schema {
  const schema: Schema = { types: new Map(), enums: new Map() };
  let prefix = '';
  let type: StructuredType | null = null;
  let enumeration: EnumType | null = null;
  for (const [, closing, name, attributeText] of withoutComments(xml).matchAll(TAG)) {
    if (closing === '/') {
      if (name === 'EntityType' || name === 'ComplexType') type = null;
      if (name === 'EnumType') enumeration = null;
      continue;
    }
    const attributes = attributesOf(attributeText ?? '');
    const own = attributes.get('Name') ?? '';
    switch (name) {
      case 'Schema':
        prefix = (attributes.get('Namespace') ?? '').replace(/^microsoft\.graph\.?/, '');
        break;
      case 'EntityType':
      case 'ComplexType': {
        const base = attributes.get('BaseType');
        type = {
          name: prefix === '' ? own : `${prefix}.${own}`,
          base: base === undefined ? null : shortName(base),
          abstract: attributes.get('Abstract') === 'true',
          open: attributes.get('OpenType') === 'true',
          members: new Map(),
        };
        schema.types.set(type.name, type);
        break;
      }
      case 'EnumType':
        enumeration = { name: own, flags: attributes.get('IsFlags') === 'true', members: [] };
        schema.enums.set(own, enumeration);
        break;
      case 'Member':
        enumeration?.members.push(own);
        break;
      case 'Property':
      case 'NavigationProperty':
        type?.members.set(own, {
          name: own,
          type: typeRef(attributes.get('Type') ?? 'Edm.String'),
          nullable: attributes.get('Nullable') !== 'false',
          navigation: name === 'NavigationProperty',
        });
        break;
      default:
        break;
    }
  }
  for (const each of schema.types.values()) inherit(schema, each);
  return schema;
}

function withoutComments(xml: string): string {
  return xml.replace(/<!--[\s\S]*?-->/g, '');
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, value] of text.matchAll(ATTRIBUTE)) if (name !== undefined && value !== undefined) found.set(name, value);
  return found;
}

function typeRef(text: string): TypeRef {
  const inner = /^Collection\((.*)\)$/.exec(text)?.[1];
  return { name: shortName(inner ?? text), collection: inner !== undefined };
}

/** `graph.x` and `microsoft.graph.x` both become `x`. */
export function shortName(name: string): string {
  return name.replace(/^(?:microsoft\.)?graph\./, '');
}

/** Lays the base type's members before the own ones; safe to run twice. */
function inherit(schema: Schema, type: StructuredType): void {
  const base = type.base === null ? undefined : schema.types.get(type.base);
  if (base === undefined) return;
  inherit(schema, base);
  type.open ||= base.open;
  type.members = new Map([...base.members, ...type.members]);
}
