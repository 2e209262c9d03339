import type { Router } from '@adonisjs/core/http'
import { drawBulkActRoutes } from '#app/bulk_acts'
import { drawExportRoutes } from '#app/exports'
import { drawImportRoutes } from '#app/imports'
import { drawRecordApi, drawRecordRoutes } from '#app/records'
import { leadSubject } from './subject.ts'

const bulkDesk = () => import('./bulk/bulk_desk.ts')
const importDesk = () => import('./imports/import_desk.ts')
const sheet = () => import('./exports/lead_sheet.ts')
const LeadsController = () => import('./controllers/leads_controller.ts')
const AssignmentsController = () => import('./controllers/assignments_controller.ts')
const BoardsController = () => import('./controllers/boards_controller.ts')
const ChecksController = () => import('./controllers/checks_controller.ts')
const ClaimsController = () => import('./controllers/claims_controller.ts')
const ConversionsController = () => import('./controllers/conversions_controller.ts')
const DetailsController = () => import('./controllers/details_controller.ts')
const DuplicatesController = () => import('./controllers/duplicates_controller.ts')
const FlagsController = () => import('./controllers/flags_controller.ts')
const InterestsController = () => import('./controllers/interests_controller.ts')
const LastRulesController = () => import('./controllers/last_rules_controller.ts')
const ListingDraftsController = () => import('./controllers/listing_drafts_controller.ts')
const MergesController = () => import('./controllers/merges_controller.ts')
const PrioritiesController = () => import('./controllers/priorities_controller.ts')
const RestorationsController = () => import('./controllers/restorations_controller.ts')
const RevealsController = () => import('./controllers/reveals_controller.ts')
const RulePlacesController = () => import('./controllers/rule_places_controller.ts')
const RuleRehearsalsController = () => import('./controllers/rule_rehearsals_controller.ts')
const RulesController = () => import('./controllers/rules_controller.ts')
const SourcesController = () => import('./controllers/sources_controller.ts')
const StageMovesController = () => import('./controllers/stage_moves_controller.ts')
const StagePlacesController = () => import('./controllers/stage_places_controller.ts')
const StagesController = () => import('./controllers/stages_controller.ts')
const StatisticsController = () => import('./controllers/statistics_controller.ts')
const StatusesController = () => import('./controllers/statuses_controller.ts')
const WaitingController = () => import('./controllers/waiting_controller.ts')

const EnquiriesController = () => import('./controllers/site/enquiries_controller.ts')
const FacebookNoticesController = () =>
  import('./controllers/webhooks/facebook_notices_controller.ts')
const GoogleLeadsController = () => import('./controllers/webhooks/google_leads_controller.ts')
const ApiLeadsController = () => import('./controllers/api/v1/leads_controller.ts')
const ApiAssignmentsController = () => import('./controllers/api/v1/assignments_controller.ts')
const ApiChecksController = () => import('./controllers/api/v1/checks_controller.ts')
const ApiConversionsController = () => import('./controllers/api/v1/conversions_controller.ts')
const ApiInterestsController = () => import('./controllers/api/v1/interests_controller.ts')
const ApiListingDraftsController = () => import('./controllers/api/v1/listing_drafts_controller.ts')
const ApiPrioritiesController = () => import('./controllers/api/v1/priorities_controller.ts')
const ApiRestorationsController = () => import('./controllers/api/v1/restorations_controller.ts')
const ApiRevealsController = () => import('./controllers/api/v1/reveals_controller.ts')
const ApiStagesController = () => import('./controllers/api/v1/stages_controller.ts')
const ApiStatisticsController = () => import('./controllers/api/v1/statistics_controller.ts')
const ApiStatusesController = () => import('./controllers/api/v1/statuses_controller.ts')

/** What people ask of the agency on its public site. */
export function site(router: Router) {
  router.get('enquiries/create', [EnquiriesController, 'create']).as('enquiries.create')
  router.post('enquiries', [EnquiriesController, 'store']).as('enquiries.store')
  router.get('enquiries/thanks', [EnquiriesController, 'show']).as('enquiries.show')
}

export function workspace(router: Router) {
  router.get('leads/board', [BoardsController, 'index']).as('leads.board.index')
  router.get('leads/statistics', [StatisticsController, 'index']).as('leads.statistics.index')
  router.get('leads/claims', [ClaimsController, 'index']).as('leads.claims.index')
  router.get('leads/waiting', [WaitingController, 'index']).as('leads.waiting.index')
  drawDuplicates(router)
  drawSettings(router)
  drawWorks(router)
  drawImportRoutes(router, 'leads', importDesk)
  drawExportRoutes(router, 'leads', sheet)
  drawBulkActRoutes(router, 'leads', bulkDesk)
  router.resource('leads', LeadsController).where('id', router.matchers.uuid())
  router
    .group(() => drawPartsOfLead(router))
    .prefix('leads/:lead_id')
    .as('leads')
  drawRecordRoutes(router, leadSubject)
}

function drawPartsOfLead(router: Router) {
  // The list's select sends PATCH, forms of pages send PUT.
  router.route('status', ['PUT', 'PATCH'], [StatusesController, 'update']).as('status.update')
  router.post('stage-moves', [StageMovesController, 'store']).as('stage_moves.store')
  router.resource('merges', MergesController).only(['create', 'store', 'destroy'])
  router.post('reveal', [RevealsController, 'store']).as('reveal.store')
  router.post('claim', [ClaimsController, 'store']).as('claim.store')
  router.put('assignment', [AssignmentsController, 'update']).as('assignment.update')
  router.put('priority', [PrioritiesController, 'update']).as('priority.update')
  router.put('checks/:check', [ChecksController, 'update']).as('checks.update')
  router.get('interests', [InterestsController, 'index']).as('interests.index')
  router.post('interests', [InterestsController, 'store']).as('interests.store')
  router.delete('interests/:id', [InterestsController, 'destroy']).as('interests.destroy')
  router.get('conversion/create', [ConversionsController, 'create']).as('conversion.create')
  router.post('conversion', [ConversionsController, 'store']).as('conversion.store')
  router.get('listing/create', [ListingDraftsController, 'create']).as('listing.create')
  router.post('listing', [ListingDraftsController, 'store']).as('listing.store')
  router.delete('listing', [ListingDraftsController, 'destroy']).as('listing.destroy')
  router.post('restoration', [RestorationsController, 'store']).as('restoration.store')
}

/** Doors by which leads come, and the way back for many that were deleted. */
function drawWorks(router: Router) {
  router
    .group(() => {
      router.post('restorations', [RestorationsController, 'store']).as('batch_restorations.store')
      router.resource('sources', SourcesController).only(['index', 'store', 'destroy'])
    })
    .prefix('leads')
    .as('leads')
}

/** Which leads go to whom, and the columns of the pipeline. */
function drawSettings(router: Router) {
  router
    .group(() => {
      router.get('lead-details', [DetailsController, 'edit']).as('details.edit')
      router.put('lead-details', [DetailsController, 'update']).as('details.update')
      router.put('lead-rules/last', [LastRulesController, 'update']).as('rules.last.update')
      router
        .post('lead-rules/rehearsals', [RuleRehearsalsController, 'store'])
        .as('rules.rehearsals.store')
      router.resource('lead-rules', RulesController).except(['show']).as('rules')
      router
        .put('lead-rules/:rule_id/place', [RulePlacesController, 'update'])
        .as('rules.place.update')
      router
        .resource('lead-stages', StagesController)
        .only(['index', 'store', 'edit', 'update', 'destroy'])
        .as('stages')
      router
        .put('lead-stages/:stage_id/place', [StagePlacesController, 'update'])
        .as('stages.place.update')
    })
    .prefix('settings')
    .as('leads')
}

/** Leads that may be the same, and what looks wrong about some. */
function drawDuplicates(router: Router) {
  router
    .group(() => {
      router.resource('duplicates', DuplicatesController).only(['index', 'destroy'])
      router.get('flags', [FlagsController, 'index']).as('flags.index')
      router.put('flags/:id', [FlagsController, 'update']).as('flags.update')
    })
    .prefix('leads')
    .as('leads')
}

/** What providers tell us; the token in the path says of which agency and connection. */
export function platform(router: Router) {
  router
    .group(() => {
      router.get('facebook/:token', [FacebookNoticesController, 'show']).as('facebook.show')
      router.post('facebook/:token', [FacebookNoticesController, 'store']).as('facebook.store')
      router.post('google/:token', [GoogleLeadsController, 'store']).as('google.store')
    })
    .prefix('api/webhooks')
    .as('leads.webhooks')
}

export function api(router: Router) {
  router.get('leads/statistics', [ApiStatisticsController, 'index']).as('leads.statistics.index')
  router.get('leads/stages', [ApiStagesController, 'index']).as('leads.stages.index')
  router.resource('leads', ApiLeadsController).apiOnly()
  router
    .group(() => drawApiOfLead(router))
    .prefix('leads/:lead_id')
    .as('leads')
  drawRecordApi(router, leadSubject)
}

function drawApiOfLead(router: Router) {
  // PUT is answered with what to send instead.
  const verbs = ['PUT', 'PATCH']
  router.route('assignment', verbs, [ApiAssignmentsController, 'update']).as('assignment.update')
  router.route('status', verbs, [ApiStatusesController, 'update']).as('status.update')
  router.route('priority', verbs, [ApiPrioritiesController, 'update']).as('priority.update')
  router.route('checks/:check', verbs, [ApiChecksController, 'update']).as('checks.update')
  router.post('conversion', [ApiConversionsController, 'store']).as('conversion.store')
  router.post('listing', [ApiListingDraftsController, 'store']).as('listing.store')
  router.post('restoration', [ApiRestorationsController, 'store']).as('restoration.store')
  router.post('reveal', [ApiRevealsController, 'store']).as('reveal.store')
  router.get('interests', [ApiInterestsController, 'index']).as('interests.index')
  router.post('interests', [ApiInterestsController, 'store']).as('interests.store')
  router.delete('interests/:id', [ApiInterestsController, 'destroy']).as('interests.destroy')
}
