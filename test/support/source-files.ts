import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { projectRoot } from "./project.ts";

export type SourceFile = {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
};

export type Import = {
  specifier: string;
  /** The imported file from the project's root; null for a package. */
  target: string | null;
  typeOnly: boolean;
};

export function sourceFiles(folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|js)$/.test(name))
      .map((name) => parse(join(folder, name)))
      .sort((a, b) => a.path.localeCompare(b.path)),
  );
}

function parse(path: string): SourceFile {
  const text = readFileSync(join(projectRoot, path), "utf8");
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree, imports: importsOf(path, tree) };
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ specifier: specifier.text, target: targetOf(path, specifier.text), typeOnly });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
  });
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  if (importClause.name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}

function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (!specifier.startsWith(".")) return null;
  return relative(projectRoot, join(projectRoot, dirname(path), specifier));
}

export function visit(node: ts.Node, see: (node: ts.Node) => void) {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** `path:line`, so that a terminal can open it. */
export function placeOf({ path, tree }: SourceFile, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** The functions a module exports under this name, however they are declared; `null` for one that is re-exported. */
export function exportedFunction(
  file: SourceFile,
  name: string,
): ts.FunctionLikeDeclaration | null | undefined {
  for (const statement of file.tree.statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement) && statement.name?.text === name) {
      return statement;
    }
    if (ts.isVariableStatement(statement) && isExported(statement)) {
      const declared = statement.declarationList.declarations.find((each) => each.name.getText() === name);
      const value = declared?.initializer;
      if (declared)
        return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : null;
    }
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    ) {
      if (statement.exportClause.elements.some((element) => element.name.text === name)) return null;
    }
  }
  return undefined;
}

const isExported = (statement: ts.FunctionDeclaration | ts.VariableStatement) =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
