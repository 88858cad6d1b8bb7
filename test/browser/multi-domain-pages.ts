import { Controller, Get, Header, Query } from '@nestjs/common';

/** A page with a link to wherever its query says, as a satellite's menu leads to the primary. */
@Controller()
export class LinkController {
  @Get('links')
  @Header('Content-Type', 'text/html')
  // A browser asks for an icon otherwise, and says that there is none.
  links(@Query('to') to: string) {
    return `<link rel="icon" href="data:,"><h1>Links</h1><a href="${encodeURI(to)}">Go there</a>`;
  }
}
