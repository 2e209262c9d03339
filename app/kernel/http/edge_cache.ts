import type { Edge } from 'edge.js'

type Compiler = Edge['compiler']
type Compiled = ReturnType<Compiler['compile']>

/**
 * Where templates do not change while the process runs, what was compiled or found once is kept.
 * Edge by itself compiles an included partial each time it is drawn, and looks for components on
 * the disk for every page.
 */
export function keepTemplates(edge: Edge): void {
  edge.configure({ cache: true })
  keepPartials(edge.compiler)
  keepPartials(edge.asyncCompiler)
  const list = edge.loader.listComponents.bind(edge.loader)
  let components: ReturnType<typeof list> | undefined
  edge.loader.listComponents = () => (components ??= list())
}

/** A partial sees the variables of the loops around it: with others it is another function. */
function keepPartials(compiler: Compiler): void {
  const compile = compiler.compile.bind(compiler)
  const kept = new Map<string, Compiled>()
  compiler.compile = (path, variables) => {
    const key = variables?.length ? `${path} ${variables.join()}` : path
    const known = kept.get(key) ?? compile(path, variables?.length ? variables : undefined)
    kept.set(key, known)
    return known
  }
}
