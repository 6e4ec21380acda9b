import ts from 'typescript';

const makers = ['useTranslations', 'getTranslations'];

/** Finds of an expression whether it is a translator, and of which namespaces. */
export class Translators {
  readonly #checker: ts.TypeChecker;
  readonly #files: readonly ts.SourceFile[];
  readonly #known = new Map<ts.Declaration, string[]>();
  #calls: Map<string, ts.CallExpression[]> | null = null;

  constructor(checker: ts.TypeChecker, files: readonly ts.SourceFile[]) {
    this.#checker = checker;
    this.#files = files;
  }

  /** The namespaces a translator reads from; empty for what is none. */
  namespacesOf(expression: ts.Expression): string[] {
    const node = bare(expression);
    if (ts.isCallExpression(node)) {
      const [namespace] = node.arguments;
      const isMaker = ts.isIdentifier(node.expression) && makers.includes(node.expression.text);
      return isMaker && namespace && ts.isStringLiteralLike(namespace) ? [namespace.text] : [];
    }
    const declaration = ts.isIdentifier(node) ? this.#checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
    if (!declaration) return [];
    const known = this.#known.get(declaration);
    if (known) return known;
    this.#known.set(declaration, []);
    const found = this.#declared(declaration);
    this.#known.set(declaration, found);
    return found;
  }

  #declared(declaration: ts.Declaration): string[] {
    if (ts.isVariableDeclaration(declaration)) return declaration.initializer ? this.namespacesOf(declaration.initializer) : [];
    if (ts.isParameter(declaration)) return this.#handedIn(declaration);
    return ts.isBindingElement(declaration) ? this.#ofSeveral(declaration) : [];
  }

  /** `const [t, jar] = await Promise.all([getTranslations('shell'), cookies()])`. */
  #ofSeveral(element: ts.BindingElement): string[] {
    const pattern = element.parent;
    const made = pattern.parent;
    if (!ts.isArrayBindingPattern(pattern) || !ts.isVariableDeclaration(made) || !made.initializer) return [];
    const call = bare(made.initializer);
    const list = ts.isCallExpression(call) ? call.arguments[0] : undefined;
    const one = list && ts.isArrayLiteralExpression(list) ? list.elements[pattern.elements.indexOf(element)] : undefined;
    return one ? this.namespacesOf(one) : [];
  }

  /** A parameter is what its callers hand in. */
  #handedIn(parameter: ts.ParameterDeclaration): string[] {
    const owner = parameter.parent;
    const name = ts.isFunctionDeclaration(owner) ? owner.name?.text : undefined;
    if (!name) return [];
    const at = owner.parameters.indexOf(parameter);
    const handed = this.#callsOf(name).flatMap((call) => {
      const argument = call.arguments[at];
      return argument && this.#checker.getResolvedSignature(call)?.declaration === owner ? this.namespacesOf(argument) : [];
    });
    return [...new Set(handed)];
  }

  #callsOf(name: string): ts.CallExpression[] {
    if (!this.#calls) {
      const calls = new Map<string, ts.CallExpression[]>();
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
          calls.set(node.expression.text, [...(calls.get(node.expression.text) ?? []), node]);
        }
        ts.forEachChild(node, visit);
      };
      this.#files.forEach(visit);
      this.#calls = calls;
    }
    return this.#calls.get(name) ?? [];
  }
}

function bare(node: ts.Expression): ts.Expression {
  const isWrapped = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isAwaitExpression(node);
  return isWrapped ? bare(node.expression) : node;
}
