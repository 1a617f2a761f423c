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

/** What the server refuses with. What it fills in stands as `…`. */
export function refusalsIn(file: string): string[] {
  const found: string[] = []
  walk(file, (node) => {
    if (node.type !== 'CallExpression' || nameOf(node.callee) !== 'refuse') return
    const [, message] = node.arguments
    if (message?.type === 'TemplateLiteral') found.push(message.quasis.map(({ value }) => value.cooked).join('…'))
    else found.push(...literals(message))
  })
  return found
}

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

function walk(file: string, see: (node: Node) => void) {
  const visit = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && typeof value.type === 'string') see(value as Node)
    Object.values(value).forEach(visit)
  }
  visit(parseSync(file, readFileSync(file, 'utf8')).program)
}
