import { BaseModel, SnakeCaseNamingStrategy } from '@adonisjs/lucid/orm'

/** Records of the platform: schema `core`, reached through the pool `core`. */
export class CoreModel extends BaseModel {
  static connection = 'core'
  static namingStrategy = new SnakeCaseNamingStrategy()
}
