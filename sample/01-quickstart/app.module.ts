import { Module } from '@nestjs/common';
import { ClerkModule } from 'clerk-nestjs';
import { ArticlesController } from './articles.controller.ts';
import { ArticlesService } from './articles.service.ts';
import { DashboardController } from './dashboard.controller.ts';
import { HomeController } from './home.controller.ts';
import { MeController } from './me.controller.ts';
import { StatusController } from './status.controller.ts';
import { UsersController } from './users.controller.ts';

/** The application as it would be in production: the keys come from the environment. */
@Module({
  imports: [
    ClerkModule.forRootAsync({
      audit: 'error',
      useFactory: () => ({
        // There are no satellites, so no page may ask for the token that stands for a browser.
        allowedRedirectOrigins: [],
        // Browsers reach Clerk through the application, at /__clerk, where this says which Clerk.
        frontendApiProxy: { enabled: Boolean(process.env['CLERK_FAPI_URL']) },
      }),
    }),
  ],
  controllers: [
    HomeController,
    DashboardController,
    MeController,
    ArticlesController,
    UsersController,
    StatusController,
  ],
  providers: [ArticlesService],
})
export class AppModule {}
