import { writeFileSync } from 'node:fs';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { HEADERS_PLACE, IDE_FILE } from './page.js';

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

/** Run once at build time: the page is nine megabytes that the service need not hold in memory. */
writeFileSync(
  IDE_FILE,
  renderGraphiQL({ title: 'Kheo – GraphQL', endpoint: '/graphql', subscriptionsProtocol: 'WS', headers: HEADERS_PLACE, defaultQuery: WELCOME, shouldPersistHeaders: false }),
);
