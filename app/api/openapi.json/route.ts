import { openApiDocument } from '@/lib/openapi/document'

// The same for everybody, and from the code alone: made once, when it is built.
export const dynamic = 'force-static'

export const GET = () => Response.json(openApiDocument())
