import {
  All,
  type CallHandler,
  type CanActivate,
  Controller,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  Param,
  Req,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { Auth, type AuthObject, type WithActions, type WithAuth } from 'clerk-nestjs';
import { actOn } from './forms.js';

/** The places of an application that `auth.protect()` is called at; each is the first part of a path. */
export const PLACES = [
  'request',
  'called',
  'object',
  'service',
  'awaited',
  'guard',
  'interceptor',
] as const;

/** One of the {@link PLACES}. */
export type Place = (typeof PLACES)[number];

interface FormRequest {
  params: { form: string };
}

@Injectable()
class FormService {
  act(form: string, auth: WithActions<AuthObject>) {
    return actOn(form, auth);
  }
}

@Injectable()
class FormGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { auth, params } = context.switchToHttp().getRequest<WithAuth<FormRequest>>();
    return Boolean(actOn(params.form, auth));
  }
}

@Injectable()
class FormInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const { auth, params } = context.switchToHttp().getRequest<WithAuth<FormRequest>>();
    actOn(params.form, auth);
    return next.handle();
  }
}

@Controller()
class PlacesController {
  constructor(private readonly service: FormService) {}

  @All('request/:form')
  request(@Req() { auth }: WithAuth<object>, @Param('form') form: string) {
    return actOn(form, auth);
  }

  @All('called/:form')
  called(@Req() { auth }: WithAuth<object>, @Param('form') form: string) {
    return actOn(form, auth());
  }

  @All('object/:form')
  object(@Auth() auth: WithActions<AuthObject>, @Param('form') form: string) {
    return actOn(form, auth);
  }

  @All('service/:form')
  service_(@Auth() auth: WithActions<AuthObject>, @Param('form') form: string) {
    return this.service.act(form, auth);
  }

  @All('awaited/:form')
  async awaited(@Auth() auth: WithActions<AuthObject>, @Param('form') form: string) {
    await Promise.resolve();
    return actOn(form, auth);
  }

  @All('guard/:form')
  @UseGuards(FormGuard)
  guard(@Req() { auth }: WithAuth<object>) {
    return { userId: auth.userId };
  }

  @All('interceptor/:form')
  @UseInterceptors(FormInterceptor)
  interceptor(@Req() { auth }: WithAuth<object>) {
    return { userId: auth.userId };
  }
}

/** The parts of a module that has all {@link PLACES}. */
export const places = { controllers: [PlacesController], providers: [FormService] };
