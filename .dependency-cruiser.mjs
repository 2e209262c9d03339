// The doors of the house. Run: npm run boundaries
import { existsSync, readdirSync } from 'node:fs'

const modules = await Promise.all(
  (existsSync('modules') ? readdirSync('modules') : []).map(
    async (name) => (await import(`./modules/${name}/module.ts`)).default
  )
)

export default {
  forbidden: [
    forbid(
      'no-unseen-imports',
      'An import this tool cannot resolve is an import no rule can judge.',
      {
        from: {},
        to: { couldNotResolve: true },
      }
    ),
    forbid(
      'no-circles',
      "Two files that need each other are one file, or three. (Two models may be each other's relation.)",
      {
        from: { path: '^(app|modules)/', pathNot: '/models/' },
        to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
      }
    ),
    forbid(
      'host-does-not-know-its-guests',
      'The app offers outlets, events and the manifest; it never names a module.',
      {
        from: { path: '^(app|database|start)/' },
        to: { path: '^modules/' },
      }
    ),
    forbid(
      'kernel-stands-on-its-own',
      'The kernel is the ground floor: it imports no host feature.',
      {
        from: { path: '^app/kernel/' },
        to: { path: '^app/', pathNot: '^app/kernel/' },
      }
    ),
    forbid(
      'rooms-have-front-doors',
      'Another room is entered through its main.ts, and only there.',
      {
        from: { path: '^((app|modules)/[^/]+)/', pathNot: '(^|/)tests/' },
        to: {
          path: '^(app|modules)/',
          pathNot: '^($1/|app/kernel/|(app|modules)/[^/]+/main\\.ts$)',
        },
      }
    ),
    forbid(
      'only-the-guest-list-reads-manifests',
      'config/modules.ts is the one place that names the modules.',
      {
        from: { pathNot: '^(config/modules\\.ts$|tests/)' },
        to: { path: '^modules/[^/]+/module\\.ts$' },
      }
    ),
    forbid(
      'domain-does-not-know-the-web',
      'Models, actions, queries and events also run in jobs and commands.',
      {
        from: {
          path: '^(app|modules)/[^/]+/(models|actions|queries|events)/',
          pathNot: '^app/kernel/',
        },
        to: {
          path: '/(controllers|validators|policies|middleware)/|adonisjs/(core/build/modules/http|session|bouncer)',
        },
      }
    ),
    forbid('no-test-code-in-the-house', 'What ships never imports a spec or a factory.', {
      from: { path: '^(app|modules|config|start|database)/', pathNot: '(^|/)tests/' },
      to: { path: '(^|/)tests/' },
    }),
    ...modules.map(({ name, requires = [] }) =>
      forbid(
        `${name}-declares-its-needs`,
        `modules/${name}/module.ts requires: [${requires}]. Add the name or drop the import.`,
        {
          from: { path: `^modules/${name}/` },
          to: { path: '^modules/', pathNot: `^modules/(${[name, ...requires].join('|')})/` },
        }
      )
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}

function forbid(name, comment, rule) {
  return { name, comment, severity: 'error', ...rule }
}
