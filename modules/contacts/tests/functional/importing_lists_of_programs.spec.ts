import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ImportWorkspace } from '../import_workspace.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

const GOOD = [
  'android.vcf',
  'central_europe.csv',
  'dotnet.xlsx',
  'emails_only.csv',
  'excel_with_sep_line.csv',
  'follow_up_boss.csv',
  'google.csv',
  'google.vcf',
  'google_before_2024.csv',
  'hubspot.csv',
  'iphone.vcf',
  'libreoffice.xlsx',
  'mac_classic.txt',
  'no_header.csv',
  'outlook.csv',
  'outlook.vcf',
  'pipes_utf16be.txt',
  'ragged.csv',
  'spreadsheet_misspelt.csv',
  'version_4.vcf',
]

test.group('The list of a program', (group) => {
  const workspace = new ImportWorkspace()
  group.each.setup(() => workspace.open())

  test('comes in as it is, and brings nobody twice: {$self}')
    .with(GOOD)
    .run(async ({ assert }, name) => {
      const list = await readFile(join(FIXTURES, name))

      const first = await workspace.import({ list, name })
      const found = await workspace.contacts()
      const second = await workspace.import({ list, name })

      assert.isAbove(first.counts.created ?? 0, 0)
      assert.lengthOf(found, first.counts.created)
      assert.isUndefined(second.counts.created)
      assert.deepEqual(second.counts.refused, first.counts.refused)
      assert.lengthOf(await workspace.contacts(), found.length)
      assert.isTrue(found.every((contact) => !/[\uFFFD\0]/.test(JSON.stringify(contact))))
    })
})
