import { forgetOldLists } from '../actions/forget_old_lists.ts'

export default class ForgetOldLists {
  handle(): Promise<void> {
    return forgetOldLists()
  }
}
