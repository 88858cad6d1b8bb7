import {
  type ArgumentsHost,
  Body,
  type CallHandler,
  type CanActivate,
  Catch,
  Controller,
  type ExceptionFilter,
  type ExecutionContext,
  Get,
  Inject,
  Injectable,
  type MiddlewareConsumer,
  Module,
  type NestInterceptor,
  type NestMiddleware,
  type PipeTransform,
  Post,
  Query,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { ClerkClient } from 'clerk-nestjs';
import { from, mergeMap, type Observable } from 'rxjs';

/** Asks the Backend API whose it is, from wherever it is called. */
@Injectable()
export class Asker {
  constructor(@Inject(ClerkClient) private readonly clerk: ClerkClient) {}

  async whose(): Promise<string | null> {
    return (await this.clerk.users.getUser('user_1')).externalId;
  }
}

/** What was answered in each place that a request came by. */
type Seen = Record<string, string | null>;

const seen = new WeakMap<object, Seen>();

/** What has been answered for a request; by Node's, which the platforms wrap in different ways. */
function seenOf(request: { raw?: object }): Seen {
  const key = request.raw ?? request;
  const answers = seen.get(key) ?? {};
  seen.set(key, answers);
  return answers;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message.includes('clerk.for(tenant)')
    ? 'nobody'
    : 'failed';
}

/** Whatever stands before it may call it for nobody, which is an error that it can catch. */
@Injectable()
class AskingMiddleware implements NestMiddleware {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  async use(request: object, _response: unknown, next: () => void): Promise<void> {
    const whose = await this.asker.whose().catch(messageOf);
    seenOf(request)['middleware'] = whose;
    next();
  }
}

@Injectable()
class AskingGuard implements CanActivate {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<object>();
    seenOf(request)['guard'] = await this.asker.whose();
    return true;
  }
}

@Injectable()
class AskingInterceptor implements NestInterceptor {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const places = seenOf(context.switchToHttp().getRequest<object>());
    places['before'] = await this.asker.whose();
    const answer = async (value: unknown) => {
      places['after'] = await this.asker.whose();
      return { ...places, ...Object(value) };
    };
    return next.handle().pipe(mergeMap((value) => from(answer(value))));
  }
}

@Injectable()
class AskingPipe implements PipeTransform {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  transform(): Promise<string | null> {
    return this.asker.whose();
  }
}

/** Answers an error with whose Backend API it could ask. */
@Catch()
@Injectable()
class AskingFilter implements ExceptionFilter {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  async catch(_error: unknown, host: ArgumentsHost): Promise<void> {
    const response = host.switchToHttp().getResponse<{ send(body: object): void }>();
    response.send({ filter: await this.asker.whose() });
  }
}

@Controller('places')
@UseGuards(AskingGuard)
@UseInterceptors(AskingInterceptor)
export class PlacesController {
  constructor(@Inject(Asker) private readonly asker: Asker) {}

  @Get()
  async show(@Query('x', AskingPipe) pipe: string) {
    const { asker } = this;
    const handler = await asker.whose();
    const later = await Promise.all([
      setTimeout(5).then(() => asker.whose()),
      setImmediate().then(() => asker.whose()),
      new Promise((resolve) => process.nextTick(() => resolve(asker.whose()))),
    ]);
    return { pipe, handler, later };
  }

  @Post()
  async send(@Query('x', AskingPipe) pipe: string, @Body() body: { text: string }) {
    return { ...(await this.show(pipe)), size: body.text.length };
  }

  @Get('broken')
  @UseFilters(AskingFilter)
  fail() {
    throw new Error('broken');
  }
}

/** Everything above. */
@Module({
  controllers: [PlacesController],
  providers: [Asker, AskingPipe, AskingFilter, AskingInterceptor],
  exports: [Asker],
})
export class PlacesModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(AskingMiddleware).forRoutes('*splat');
  }
}

/** What is seen everywhere in a request of a tenant's. */
export function everywhere(tenant: string): object {
  return {
    middleware: tenant,
    guard: tenant,
    before: tenant,
    pipe: tenant,
    handler: tenant,
    later: [tenant, tenant, tenant],
    after: tenant,
  };
}
