import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

import { nothingHere } from '../http/answers';
import { type Exchange, Exchanged } from '../http/exchange';
import { ASSETS_ROUTE } from './assets';
import { ASSET_HEADERS } from './page-headers';
import { Sites } from './sites';

/** Style sheets and fonts of the pages. */
@ApiExcludeController()
@Controller(ASSETS_ROUTE)
export class AssetsController {
  constructor(private readonly sites: Sites) {}

  @Get(':version/:name')
  asset(
    @Exchanged() { request, reply }: Exchange,
    @Param('version') version: string,
    @Param('name') name: string,
  ): Buffer {
    const { assets } = this.sites;
    const asset = assets.find(name);
    if (!asset) throw nothingHere();
    const gzipped = /\bgzip\b/u.test(request.headers['accept-encoding'] ?? '') ? asset.gzipped : null;
    void reply.headers({
      ...ASSET_HEADERS,
      'content-type': asset.type,
      vary: 'Accept-Encoding',
      // While two releases run side by side, a page of one may ask the other: it gets a style, but not for ever.
      ...(version !== assets.version && { 'cache-control': 'no-cache' }),
      ...(gzipped && { 'content-encoding': 'gzip' }),
    });
    return gzipped ?? asset.bytes;
  }
}
