import type { HttpContext } from '@adonisjs/core/http'
import config from '#config/tenancy'
import Tenant from '../models/tenant.ts'
import { normaliseSlug, slugProblem } from '../slug.ts'

/** Says while typing whether an address is free. */
export default class SlugChecksController {
  async show({ request, view }: HttpContext) {
    const slug = normaliseSlug(String(request.input('slug', '')).slice(0, 253))
    const problem = slug === '' ? null : (slugProblem(slug) ?? (await taken(slug)))
    return view.render('partials/slug_check', { slug, problem, domain: config.baseDomain })
  }
}

async function taken(slug: string): Promise<'slug_taken' | null> {
  return (await Tenant.findBy('slug', slug)) ? 'slug_taken' : null
}
