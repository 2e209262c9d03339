import { forgetOldLists } from '../actions/forget_old_lists.ts'
import { forgetOldRuns } from '../actions/forget_old_runs.ts'

export default class ForgetOldLists {
  async handle(): Promise<void> {
    await forgetOldLists()
    await forgetOldRuns()
  }
}
