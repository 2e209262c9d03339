import { renewOpenScores } from '../actions/renew_open_scores.ts'

export default class RenewScores {
  async handle(): Promise<void> {
    await renewOpenScores()
  }
}
