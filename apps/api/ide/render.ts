import { writeFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { HEADERS_PLACE, IDE_FILE, SOCKET_PLACE } from './page.js';

const WELCOME = `# Kheo – GraphQL
# Chọn truy vấn rồi bấm nút chạy. (Choose an operation and run it.)

query ToiLaAi {
  me { name roles { label } }
}

query HopViec {
  inbox(first: 20) {
    totalCount
    nodes { title commandLabel statusLabel dueAt overdue }
  }
}

query ChiTieu {
  targets(year: 2026) { key sentence met primary }
}

subscription CoViecMoi {
  inboxChanged { lifecycle id position }
}

query KeHoach {
  plans(first: 10) {
    totalCount
    nodes {
      title statusLabel
      unit { name }
      availableActions { label allowed refusal { message } }
    }
  }
}
`;

const options = {
  title: 'Kheo – GraphQL',
  endpoint: '/graphql',
  subscriptionsProtocol: 'WS' as const,
  headers: HEADERS_PLACE,
  // The page's socket takes no headers: what it sends when it opens is this.
  connectionParams: { authorization: SOCKET_PLACE },
  defaultQuery: WELCOME,
  shouldPersistHeaders: false,
};

/** Run once at build time: the page is nine megabytes that the service need not hold in memory. */
writeFileSync(IDE_FILE, renderGraphiQL(options));
