import { defineRefusal } from '#kernel';

export const planRefusals = {
  incomplete: defineRefusal(
    'PLAN_INCOMPLETE',
    'Kế hoạch còn thiếu: {missing}. Hãy bổ sung trước khi ban hành.',
    'The plan lacks: {missing}. Complete it before it is issued.',
  ),
  hostMissing: defineRefusal(
    'HOST_DOCUMENT_MISSING',
    'Kế hoạch lồng ghép phải dẫn văn bản được lồng ghép và mục, trang có nội dung.',
    'An integrated plan must name its host document and the section that holds it.',
  ),
  hostNotInForce: defineRefusal(
    'HOST_DOCUMENT_NOT_IN_FORCE',
    'Văn bản được lồng ghép ký ngày {signedOn} không có hiệu lực trong năm {year}.',
    'The host document signed on {signedOn} is not in force in {year}.',
  ),
  coordinatesWithItself: defineRefusal(
    'COORDINATION_WITH_ITSELF',
    'Đơn vị không thể là đơn vị phối hợp của chính mình.',
    'A unit is not its own coordinating unit.',
  ),
  hostUnexpected: defineRefusal(
    'HOST_DOCUMENT_UNEXPECTED',
    'Kế hoạch riêng không có văn bản được lồng ghép.',
    'A standalone plan has no host document.',
  ),
} as const;
