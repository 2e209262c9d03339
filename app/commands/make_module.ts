import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BaseCommand, args } from '@adonisjs/core/ace'
import string from '@adonisjs/core/helpers/string'
import { promisify } from 'node:util'

const run = promisify(execFile)

const NAME = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

export default class MakeModule extends BaseCommand {
  static commandName = 'make:module'
  static description =
    'Write a new module: its whole silhouette, one record with its pages and their tests'

  @args.string({ description: 'Plural noun in snake_case, for example "open_houses"' })
  declare name: string

  async run() {
    const folder = this.app.makePath('modules', this.name)
    if (!NAME.test(this.name))
      return this.#refuse('A module is a plural noun in snake_case, for example "open_houses"')
    if (existsSync(folder)) return this.#refuse(`modules/${this.name} is already there`)

    const stubs = this.app.makePath('app/commands/stubs/module')
    for (const stub of await stubsBelow(stubs))
      await this.#write(join(stubs, stub), join(folder, this.#fill(stub)))
    await this.#invite()
    await run('node_modules/.bin/prettier', ['--write', folder, 'config/modules.ts'], {
      cwd: this.app.makePath(),
    })
    this.logger.success(
      `modules/${this.name} stands, and is on the guest list. Say in its README what it is for.`
    )
  }

  async #write(stub: string, target: string): Promise<void> {
    const path = target.replace(/\.stub$/, '')
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, this.#fill(await readFile(stub, 'utf8')))
  }

  /** One line in config/modules.ts: the only edit outside the module's folder. */
  async #invite(): Promise<void> {
    const path = this.app.makePath('config/modules.ts')
    const list = await readFile(path, 'utf8')
    const invitation = `() => import('../modules/${this.name}/module.ts')`
    await writeFile(path, list.replace(/,?\s*\](\s*export default)/, `, ${invitation}]$1`))
  }

  #fill(text: string): string {
    const singular = string.singular(this.name)
    const words: Record<string, string> = {
      __plural__: this.name,
      __singular__: singular,
      __Plural__: string.pascalCase(this.name),
      __Singular__: string.pascalCase(singular),
      __pluralWords__: string.sentenceCase(this.name),
      __singularWords__: string.sentenceCase(singular).toLowerCase(),
      __singularCamel__: string.camelCase(singular),
      __pluralCamel__: string.camelCase(this.name),
    }
    return text.replace(/__[A-Za-z]+?__/g, (word) => words[word] ?? word)
  }

  #refuse(reason: string): void {
    this.logger.error(reason)
    this.exitCode = 1
  }
}

async function stubsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
