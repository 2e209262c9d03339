/** Lets `node ace` run the TypeScript console; the build replaces it by plain JavaScript. */
await import('@poppinss/ts-exec')
await import('./bin/console.js')
