import { toGlobalId, type Dossier, type EntityType, type RequestContext } from '#graphql';
import type { Type } from '@nestjs/common';
import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { shaken } from './reliance.js';
import { evaluationFold } from './state.js';

/**
 * The field by which a dossier shows that what it rests on has been taken back: its awards, title or adoptions stand, and whoever
 * decided on them is to look again.
 * @param to the evaluations that it rests on
 */
export function groundsOf<T extends Dossier>(type: EntityType<T>, to: (from: T) => readonly string[]): Type {
  @Resolver(() => type)
  class Grounds {
    @ResolveField(() => [ID], {
      description:
        'Các đánh giá làm căn cứ nay đang được đánh giá lại, hoặc không còn kết luận hiệu quả; trống khi mọi căn cứ còn nguyên. ' +
        '(Evaluations it rests on that were reopened, or no longer find the model effective; empty while all grounds stand.)',
    })
    async shakenGrounds(@Parent() from: T, @Context() context: RequestContext): Promise<readonly string[]> {
      const reads = context.reads();
      const evaluations = await Promise.all(to(from).map((id) => reads.load(evaluationFold, id)));
      return shaken(evaluations).map((id) => toGlobalId('Evaluation', id));
    }
  }
  return Grounds;
}
