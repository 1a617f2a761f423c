import { installPackages } from './packages.mjs'
import { generatePrismaClient } from './prisma-client.mjs'
import { step } from './say.mjs'

/** Installs and generates what the code needs before any of it can run; quick when that is done. */
export async function prepareTree() {
  await step('packages', 'installing packages…', installPackages)
  await step('client', 'generating the database client…', generatePrismaClient)
}
