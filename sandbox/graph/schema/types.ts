/** What the sandbox keeps of a CSDL document. Type names are short: `accessPackage`, `Edm.String`, `identityGovernance.ruleBasedSubjectSet`. */

export interface TypeRef {
  name: string;
  collection: boolean;
}

export interface Member {
  name: string;
  type: TypeRef;
  nullable: boolean;
  navigation: boolean;
}

export interface StructuredType {
  name: string;
  base: string | null;
  abstract: boolean;
  open: boolean;
  /** Own and inherited members by their exact name. */
  members: Map<string, Member>;
}

export interface EnumType {
  name: string;
  flags: boolean;
  /** In declaration order. */
  members: string[];
}

export interface Schema {
  types: Map<string, StructuredType>;
  enums: Map<string, EnumType>;
}
