import { discardFile, findFile, storeFile } from '#kernel/files/file_store'
import { type Result, done } from '#kernel/result/result'
import { announce, coreSql } from '#kernel/tenancy/sql'
import { unit } from '#kernel/tenancy/tenancy'
import type { Branding } from '#kernel/tenancy/tenant'
import { tenantDirectory } from '#kernel/tenancy/tenant_directory'
import { type Unsuitable, type Upload, drawLogo } from '../draw_logo.ts'

/** The agency wears this picture from now on; each has an address of its own. */
export async function changeLogo(upload: Upload): Promise<Result<void, Unsuitable>> {
  const drawn = await drawLogo(upload)
  if (!drawn.ok) return drawn
  const { content, width, height } = drawn.value
  const { id: tenantId } = unit().tenant
  const subject = { type: 'agency', id: tenantId }
  const stored = await storeFile(content, { name: 'logo.webp', module: 'agencies', subject })
  if (!stored.ok) throw new Error(`A logo of ${content.length} bytes was not kept`)
  await wear({ logoFileId: stored.value.id, logoWidth: width, logoHeight: height })
  return done(undefined)
}

/** Initials again. */
export async function removeLogo(): Promise<void> {
  if (unit().tenant.branding.logoFileId) await wear({})
}

async function wear(logo: Branding): Promise<void> {
  const { id } = unit().tenant
  const { rows } = await coreSql<{ former: string | null }>(
    `with before as (select branding->>'logoFileId' as former from tenants where id = ? for update)
     update tenants set branding = branding - '{logoFileId,logoWidth,logoHeight}'::text[] || ?::jsonb, updated_at = now()
       from before where id = ? returning former`,
    [id, JSON.stringify(logo), id]
  )
  await discardFormer(rows[0].former)
  const action = logo.logoFileId ? 'agency.logo_changed' : 'agency.logo_removed'
  unit().audit({ action, subjectType: 'agency', subjectId: id })
  await announce('freehold_tenants', id)
  // The page to which the answer leads shows it already, whoever hears first.
  tenantDirectory.forget(id)
}

async function discardFormer(fileId: string | null): Promise<void> {
  const former = fileId ? await findFile(fileId) : null
  if (former) await discardFile(former)
}
