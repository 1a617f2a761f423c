import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type ESTree, parseSync } from 'vite'

type Node = ESTree.Node

/** Every file of these folders that holds code, as it is in the working tree. */
export function codeFiles(...folders: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders])
  return listed
    .toString()
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file))
}

/** Sentences that the pages say: `t('…')`, `t.parts('…')`, `msg('…')` and `<Sentence of="…">`, choices between two as well. */
export function sentencesIn(file: string): string[] {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type === 'CallExpression' && SAYING.has(nameOf(node.callee))) found.push(...literals(node.arguments[0]))
    if (node.type === 'JSXAttribute' && node.name.name === 'of' && isSentence(node)) found.push(...literals(node.value))
  })
  return found
}

/** Words between tags that no function says. */
export function bareWordsIn(file: string): string[] {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type === 'JSXText' && /[A-Za-z]{2}/.test(node.value)) found.push(node.value.trim().replace(/\s+/g, ' '))
  })
  return found
}

/** Whole sentences in the code of a server, but for those of bugs and logs. What is filled in stands as `…`. */
export function serverSentencesIn(file: string): string[] {
  const found = new Set<string>()
  const unsaid = new Set<string>()
  walk(file, (node) => {
    const sentence = sentenceOf(node)
    if (sentence) found.add(sentence)
    if (!isUnsaid(node)) return
    visit(node, (inner) => {
      const ofBug = sentenceOf(inner)
      if (ofBug) unsaid.add(ofBug)
    })
  })
  return [...found].filter((sentence) => !unsaid.has(sentence))
}

function sentenceOf(node: Node): string | null {
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.cooked).join('…')
      : node.type === 'Literal'
        ? node.value
        : null
  return typeof text === 'string' &&
    /^[A-Z…]\S* .*[.)]$/.test(text) &&
    !/\b(SELECT|INSERT|UPDATE|WHERE|AND)\b/.test(text)
    ? text
    : null
}

const isUnsaid = (node: Node): boolean =>
  (node.type === 'NewExpression' && nameOf(node.callee) === 'Error') ||
  (node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'Identifier' &&
    node.callee.object.name === 'log')

const SAYING = new Set(['t', 'msg', 'parts', 'heard', 'browserText'])

function nameOf(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type === 'CallExpression') return nameOf(callee.callee)
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
}

// Tables have heads, and those have a prop of the same name.
const isSentence = (attribute: ESTree.JSXAttribute) => literals(attribute.value).some((text) => /[ <]/.test(text))

function literals(node: Node | null | undefined): string[] {
  if (!node) return []
  if (node.type === 'Literal') return typeof node.value === 'string' && node.value !== '' ? [node.value] : []
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0 ? [node.quasis[0]?.value.cooked ?? ''] : []
  if (node.type === 'ConditionalExpression') return [...literals(node.consequent), ...literals(node.alternate)]
  if (node.type === 'LogicalExpression') return [...literals(node.left), ...literals(node.right)]
  return node.type === 'JSXExpressionContainer' ? literals(node.expression as Node) : []
}

const walk = (file: string, see: (node: Node) => void) =>
  visit(parseSync(file, readFileSync(file, 'utf8')).program, see)

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see)
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') see(value as Node)
    for (const inner of Object.values(value)) visit(inner, see)
  }
}
