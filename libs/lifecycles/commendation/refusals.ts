import { defineRefusal, defineTelling } from '#kernel';

export const commendationRefusals = {
  noItems: defineRefusal(
    'DOSSIER_WITHOUT_ITEMS',
    'Hồ sơ phải có ít nhất một tập thể, cá nhân hoặc hộ gia đình được đề nghị.',
    'A dossier must propose at least one recipient.',
  ),
  itemUnknown: defineRefusal(
    'DOSSIER_ITEM_NOT_FOUND',
    'Hồ sơ không có mục {item} còn đang xem xét.',
    'The dossier has no open item {item}.',
  ),
  itemTwice: defineRefusal(
    'DOSSIER_ITEM_TWICE',
    'Mục {item} được nêu nhiều lần. Mỗi mục chỉ nêu một lần.',
    'Item {item} is named more than once. Name each item once.',
  ),
  itemsMissing: defineRefusal(
    'DOSSIER_ITEMS_MISSING',
    'Còn {missing} mục chưa có ý kiến. Phải nêu ý kiến cho từng mục còn đang xem xét.',
    '{missing} items have no answer. Every open item needs one.',
  ),
  onlyReturned: defineRefusal(
    'ONLY_RETURNED_ITEMS',
    'Hồ sơ đã có mục được quyết định nên chỉ được sửa các mục bị trả lại. Trường hợp mới phải lập hồ sơ khác.',
    'Part of the dossier has been decided: only its returned items may be revised. A new recipient needs another dossier.',
  ),
  recipientUnsound: defineRefusal(
    'RECIPIENT_UNSOUND',
    'Đối tượng được khen phải nêu đúng loại: tập thể thì nêu tập thể; cá nhân, hộ gia đình thì nêu người.',
    'A recipient says what its kind asks for: a collective, or a person.',
  ),
  achievementMissing: defineRefusal(
    'ACHIEVEMENT_MISSING',
    'Đề nghị mới phải nêu thành tích.',
    'A new proposal says what was achieved.',
  ),
  achievementTwice: defineRefusal(
    'ACHIEVEMENT_TWICE',
    'Một thành tích được nêu nhiều lần trong hồ sơ. Mỗi thành tích chỉ đề nghị một hình thức khen thưởng.',
    'One achievement is named more than once. One achievement is proposed for one commendation.',
  ),
  achievementTaken: defineTelling('ACHIEVEMENT_TAKEN', {
    full: [
      'Thành tích này đã được khen thưởng hoặc đang được đề nghị trong hồ sơ khác ({dossiers}). Một thành tích chỉ được khen thưởng một lần.',
      'This achievement has been commended or is proposed in another dossier ({dossiers}). One achievement is commended once.',
    ],
    plain: [
      'Thành tích này đã được đề nghị ở hồ sơ khác. Một thành tích chỉ được khen thưởng một lần; hãy liên hệ Sở Nội vụ.',
      'This achievement is proposed in another dossier. One achievement is commended once; please ask Home Affairs.',
    ],
  }),
  modelNotOwn: defineRefusal(
    'MODEL_NOT_OF_UNIT',
    'Mô hình {model} không do đơn vị đề nghị chủ trì, hoặc không thuộc phong trào này.',
    'Model {model} is not the proposing unit’s own, or is not of this campaign.',
  ),
  notEffective: defineRefusal(
    'MODEL_NOT_EFFECTIVE',
    'Mô hình {model} chưa được kết luận hiệu quả trong năm {year}.',
    'Model {model} has not been found effective in {year}.',
  ),
  selfEvaluationMissing: defineRefusal(
    'SELF_EVALUATION_MISSING',
    'Đơn vị chưa tự đánh giá mô hình {model} trong năm {year}.',
    'The unit has not evaluated its model {model} itself in {year}.',
  ),
  ownDossier: defineRefusal(
    'OWN_DOSSIER',
    'Không ai được xử lý hồ sơ khen thưởng của chính mình. Đề nghị chuyển người khác.',
    'Nobody handles a dossier of oneself. Please hand it to somebody else.',
  ),
  notEligible: defineRefusal(
    'ITEMS_NOT_ELIGIBLE',
    'Kết quả thẩm định có mục không đủ điều kiện: {items}. Hãy trả lại hồ sơ để đơn vị sửa.',
    'The appraisal found items that are not eligible: {items}. Return the dossier to the unit.',
  ),
  eligibleUnfounded: defineRefusal(
    'ELIGIBLE_WITH_UNMET_CHECKS',
    'Mục {item} có tiêu chuẩn không đạt nên không thể kết luận đủ điều kiện.',
    'Item {item} fails a requirement and cannot be found eligible.',
  ),
  bodiesMissing: defineRefusal(
    'OPINION_BODIES_MISSING',
    'Phải nêu ít nhất một cơ quan được lấy ý kiến, mỗi cơ quan một lần.',
    'Name at least one body to be asked, each once.',
  ),
  bodyInactive: defineRefusal(
    'OPINION_BODY_NOT_ACTIVE',
    'Cơ quan {body} không tồn tại hoặc không còn hoạt động.',
    'Body {body} does not exist or is not active.',
  ),
  bodyNotAsked: defineRefusal(
    'OPINION_NOT_ASKED',
    'Cơ quan {body} không được lấy ý kiến hoặc đã trả lời.',
    'Body {body} was not asked or has answered.',
  ),
  opinionAwaited: defineRefusal(
    'OPINION_STILL_AWAITED',
    'Chưa hết hạn lấy ý kiến: các cơ quan còn thời gian trả lời đến trước {dueAt}.',
    'The time for opinions has not passed: answers may come until {dueAt}.',
  ),
  voteUnsound: defineRefusal(
    'COUNCIL_VOTE_UNSOUND',
    'Số liệu biểu quyết không khớp: {members} thành viên, {present} có mặt, {votes} phiếu.',
    'The figures of the vote do not agree: {members} members, {present} present, {votes} votes.',
  ),
  voteNotSecret: defineRefusal(
    'COUNCIL_VOTE_NOT_SECRET',
    'Quy chế yêu cầu Hội đồng bỏ phiếu kín.',
    'The policy asks for a secret ballot.',
  ),
  voteMissing: defineRefusal(
    'COUNCIL_VOTE_MISSING',
    'Hội đồng chưa biểu quyết thông qua toàn bộ hồ sơ theo nội dung hiện tại.',
    'The council has not voted for the whole dossier as it stands.',
  ),
  documentType: defineRefusal(
    'DOCUMENT_TYPE_WRONG',
    'Việc này phải có văn bản loại {expected}, không phải {given}.',
    'This needs a document of type {expected}, not {given}.',
  ),
  documentIssuer: defineRefusal(
    'DOCUMENT_ISSUER_WRONG',
    'Quyết định khen thưởng này phải do {expected} ban hành; văn bản đã dẫn do {issuer} ban hành. Hãy ghi đúng tên cơ quan ban hành.',
    'This decision must be one of {expected}; the document cited is of {issuer}. Write the issuer’s registered name.',
  ),
  formNotCompetent: defineRefusal(
    'FORM_NOT_COMPETENT',
    '{roleName} không có thẩm quyền quyết định hình thức {formName}.',
    '{roleName} is not competent to decide the form {formName}.',
  ),
  unitNotCompetent: defineRefusal(
    'UNIT_NOT_COMPETENT_FOR_FORM',
    'Chỉ thủ trưởng cơ quan chuyên môn thuộc UBND thành phố và Chủ tịch UBND cấp xã được quyết định tặng Giấy khen. Hãy trình hồ sơ lên cấp có thẩm quyền.',
    'Only heads of the city’s specialised agencies and chairmen of communes and wards grant a certificate of commendation. Submit the dossier to the competent authority.',
  ),
  ownUnitRecipient: defineRefusal(
    'OWN_UNIT_AS_RECIPIENT',
    'Thủ trưởng không được tự tặng Giấy khen cho chính đơn vị mình (mục {item}). Hãy trình hồ sơ lên cấp có thẩm quyền.',
    'A head does not commend the own unit as a whole (item {item}). Submit the dossier to the competent authority.',
  ),
  notProposingUnit: defineRefusal(
    'NOT_PROPOSING_UNIT',
    'Việc này thuộc đơn vị lập hồ sơ; đơn vị được đề nghị khen thưởng trong hồ sơ không được thực hiện.',
    'This is for the unit that prepared the dossier, not for a unit proposed in it.',
  ),
  notIssuer: defineRefusal(
    'ERRATUM_NOT_BY_ISSUER',
    'Cơ quan nào ban hành quyết định thì cơ quan đó đính chính: quyết định của đơn vị do thủ trưởng đơn vị, quyết định của thành phố do thành phố.',
    'Whoever issued a decision puts it right: the head of the unit the unit’s own, the city the city’s.',
  ),
  itemReasonMissing: defineRefusal(
    'ITEM_REASON_MISSING',
    'Phải nêu lý do không khen thưởng hoặc trả lại mục {item}.',
    'A reason is needed to refuse or return item {item}.',
  ),
  nothingGranted: defineRefusal(
    'NOTHING_GRANTED',
    'Hồ sơ chưa có khen thưởng nào còn hiệu lực.',
    'Nothing of the dossier has been granted and still stands.',
  ),
  awardUnknown: defineRefusal(
    'AWARD_NOT_IN_FORCE',
    'Mục {item} không có khen thưởng còn hiệu lực.',
    'Item {item} has no award in force.',
  ),
  alreadyConferred: defineRefusal(
    'AWARD_ALREADY_CONFERRED',
    'Mục {item} đã được trao tặng khen thưởng.',
    'The award of item {item} has been conferred already.',
  ),
  alreadyPaid: defineRefusal(
    'AWARD_ALREADY_PAID',
    'Mục {item} đã được chi tiền thưởng.',
    'The award money of item {item} has been paid already.',
  ),
  nothingToConfer: defineRefusal(
    'NOTHING_TO_CONFER',
    'Mọi khen thưởng còn hiệu lực của hồ sơ đều đã được trao tặng.',
    'Every award in force has been conferred already.',
  ),
  nothingToPay: defineRefusal(
    'NO_AWARD_MONEY_TO_PAY',
    'Mọi khen thưởng còn hiệu lực của hồ sơ đều đã được chi tiền thưởng.',
    'The money of every award in force has been paid already.',
  ),
  amountUnsound: defineRefusal(
    'AWARD_AMOUNT_UNSOUND',
    'Tiền thưởng phải là số đồng nguyên dương.',
    'Award money is a positive whole number of đồng.',
  ),
  dateBeforeDecision: defineRefusal(
    'AWARD_DATE_BEFORE_DECISION',
    'Ngày {on} sớm hơn ngày quyết định về khen thưởng này ({decided}). Hãy kiểm tra lại ngày.',
    'The date {on} is earlier than the decision on this award ({decided}). Please check it.',
  ),
  nothingToPublish: defineRefusal(
    'NOTHING_TO_PUBLISH',
    'Không có khen thưởng nào chưa công bố.',
    'There is no award that is not published yet.',
  ),
  modelRestricted: defineRefusal(
    'MODEL_NOT_CLEARED',
    'Mô hình {model} chưa được phép công khai nên chưa thể công bố khen thưởng.',
    'Model {model} has not been cleared, so the award cannot be published.',
  ),
  notDeciding: defineRefusal(
    'NOT_DECIDING_AUTHORITY',
    'Chỉ cấp đã quyết định hoặc cấp trên được sửa đổi, hủy bỏ quyết định khen thưởng và ghi nhận thu hồi.',
    'Only the authority that decided, or a higher one, amends or cancels the decision and records what is recovered.',
  ),
  nothingToRecover: defineRefusal(
    'NOTHING_TO_RECOVER',
    'Không có hiện vật, tiền thưởng phải thu hồi.',
    'There is nothing to recover.',
  ),
} as const;
