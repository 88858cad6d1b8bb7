import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ClerkTestingModule, signedInAs } from 'clerk-nestjs/testing';
import request from 'supertest';
import { AppModule } from './app.module';

// The names are statuses, by which the table finds its cells.
describe('articles', () => {
  let app: INestApplication<Server>;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [AppModule, ClerkTestingModule],
    }).compile();
    app = module.createNestApplication();
    await app.init();
  });

  afterAll(() => app.close());

  it('200', async () => {
    const server = app.getHttpServer();
    await request(server).get('/articles').set(signedInAs('ada')).expect(200);
    await request(server).get('/articles/manage').set(signedInAs('ada')).expect(200);
  });

  it('401', async () => {
    const server = app.getHttpServer();
    await request(server).get('/articles').expect(401);
    await request(server)
      .get('/articles')
      .set(signedInAs('ada', { exp: 1 }))
      .expect(401);
  });

  it('403', async () => {
    const server = app.getHttpServer();
    await request(server).get('/articles/manage').set(signedInAs('grace')).expect(403);
  });
});
