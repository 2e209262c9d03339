import { BaseSchema } from '@adonisjs/lucid/schema'

const free = ['contacts', 'listings']
const basic = [...free, 'leads', 'scheduling', 'portal']
const pro = [...basic, 'contracts', 'deals', 'marketing', 'tours', 'analytics', 'website']
const enterprise = [
  ...pro,
  'matching',
  'society',
  'financial_services',
  'home_services',
  'property_management',
  'support',
]

/** Plans as versioned rows: a new price is a new version, and agencies keep the one they chose. */
export default class extends BaseSchema {
  async up() {
    const plans = [
      {
        key: 'free',
        modules: free,
        lead_purchases: 0,
        US: 0,
        IN: 0,
        ZW: { kind: 'free', minor: 0 },
      },
      {
        key: 'basic',
        modules: basic,
        lead_purchases: 5,
        US: 2900,
        IN: 240000,
        ZW: { kind: 'per_lead', minor: 1000 },
      },
      {
        key: 'pro',
        modules: pro,
        lead_purchases: 20,
        US: 9900,
        IN: 820000,
        ZW: { kind: 'per_verified_lead', minor: 2000 },
      },
      {
        key: 'enterprise',
        modules: enterprise,
        lead_purchases: null,
        US: 29900,
        IN: 2490000,
        ZW: { kind: 'per_month', minor: 15000 },
      },
    ]
    const rows = plans.map((plan, index) => ({
      key: plan.key,
      version: 1,
      position: index + 1,
      modules: plan.modules,
      quotas: JSON.stringify({ lead_purchases: plan.lead_purchases }),
      prices: JSON.stringify({
        US: { kind: 'per_month', minor: plan.US, currency: 'USD' },
        IN: { kind: 'per_month', minor: plan.IN, currency: 'INR' },
        ZW: { ...plan.ZW, currency: 'USD' },
      }),
    }))
    this.defer(async (db) => {
      await db.table('plan_versions').multiInsert(rows)
    })
  }
}
