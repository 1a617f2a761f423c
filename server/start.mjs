// `npm start`: everything from a fresh clone to the running product. Nothing has to be installed before it.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Earshot needs Node 20.19 or newer, and this is ${process.versions.node}.`)
  process.exit(1)
}

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
const { runProduct } = await import('./launcher/product.mjs')
process.exit(await runProduct({ isDev: process.argv.includes('--dev') }))
