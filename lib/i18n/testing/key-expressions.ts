import ts from 'typescript';

export interface Keys {
  keys: string[];
  /** Regular expressions of keys of which only a part is known. */
  shapes: string[];
  /** Nothing is known but that it is a text. */
  isPlain: boolean;
}

/** What keys an expression may be: from its literals, its branches, its type, and what its constant was made of. */
export function keysOf(expression: ts.Expression, checker: ts.TypeChecker): Keys {
  const node = bare(expression);
  if (ts.isStringLiteralLike(node)) return { keys: [node.text], shapes: [], isPlain: false };
  if (ts.isConditionalExpression(node)) return both(keysOf(node.whenTrue, checker), keysOf(node.whenFalse, checker));
  if (ts.isTemplateExpression(node)) return ofTemplate(node, checker);
  const texts = textsOf(checker.getTypeAtLocation(node));
  if (texts) return { keys: texts, shapes: [], isPlain: false };
  const made = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (made && ts.isVariableDeclaration(made) && made.initializer) return keysOf(made.initializer, checker);
  return { keys: [], shapes: [], isPlain: true };
}

/** Every text written in a file, and every one that is put together from a known beginning. */
export function textsIn(file: ts.SourceFile, checker: ts.TypeChecker): Keys {
  const found: string[] = [];
  const shapes: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node) && node.head.text.includes('.')) {
      const made = ofTemplate(node, checker);
      found.push(...made.keys);
      shapes.push(...made.shapes);
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) found.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { keys: found, shapes, isPlain: false };
}

function bare(node: ts.Expression): ts.Expression {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node);
  return isWrapped ? bare(node.expression) : node;
}

function both(one: Keys, other: Keys): Keys {
  return { keys: [...one.keys, ...other.keys], shapes: [...one.shapes, ...other.shapes], isPlain: one.isPlain || other.isPlain };
}

/** `empty.${name}`: every name its type allows, or a shape where that is any text. */
function ofTemplate(node: ts.TemplateExpression, checker: ts.TypeChecker): Keys {
  let keys = [node.head.text];
  let shape = escaped(node.head.text);
  let isWhole = true;
  for (const span of node.templateSpans) {
    const { keys: parts, isPlain } = keysOf(span.expression, checker);
    if (isPlain) isWhole = false;
    keys = keys.flatMap((key) => parts.map((part) => key + part + span.literal.text));
    shape += (isPlain ? '.+' : `(?:${parts.map(escaped).join('|')})`) + escaped(span.literal.text);
  }
  return isWhole ? { keys, shapes: [], isPlain: false } : { keys: [], shapes: [shape], isPlain: false };
}

function textsOf(type: ts.Type): string[] | null {
  const members = type.isUnion() ? type.types : [type];
  const texts = members.filter((member) => !(member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)));
  return texts.length > 0 && texts.every((member) => member.isStringLiteral()) ? texts.map((member) => String(member.value)) : null;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
