import { defineRefusal } from '#kernel';

/** Why a step of this lifecycle is refused. */
export const modelRefusals = {
  campaignNotRunning: defineRefusal(
    'MODEL_CAMPAIGN_NOT_RUNNING',
    'Phong trào chưa ban hành, đang tạm dừng hoặc đã kết thúc nên không thể thực hiện việc này với mô hình.',
    'The campaign has not been issued, is suspended or is over, so this cannot be done with a model.',
  ),
  templateUnknown: defineRefusal(
    'MODEL_TEMPLATE_UNKNOWN',
    'Phong trào không có mô hình mẫu {template}. Hãy chọn mô hình mẫu trong danh mục.',
    'The campaign has no model template {template}. Choose one from the catalogue.',
  ),
  templateElsewhere: defineRefusal(
    'MODEL_TEMPLATE_OF_OTHER_FIELD',
    'Mô hình mẫu “{templateName}” thuộc lĩnh vực “{templateFieldName}”, không thuộc lĩnh vực “{fieldName}”.',
    'The template “{templateName}” belongs to the field “{templateFieldName}”, not to “{fieldName}”.',
  ),
  jointWithOwner: defineRefusal(
    'MODEL_JOINT_WITH_OWNER',
    'Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp.',
    'The owner cannot coordinate with itself.',
  ),
  jointInactive: defineRefusal(
    'MODEL_JOINT_UNIT_NOT_ACTIVE',
    'Đơn vị phối hợp {unit} không tồn tại hoặc không còn hoạt động.',
    'The coordinating unit {unit} does not exist or is not active.',
  ),
  sourceUnknown: defineRefusal(
    'MODEL_SOURCE_NOT_FOUND',
    'Không tìm thấy mô hình gốc {derivedFrom} trong phong trào này.',
    'There is no source model {derivedFrom} in this campaign.',
  ),
  sourceOwn: defineRefusal(
    'MODEL_SOURCE_IS_OWN',
    'Đơn vị không thể nhân rộng mô hình của chính mình.',
    'A unit cannot replicate a model of its own.',
  ),
  ownNomination: defineRefusal(
    'MODEL_NOMINATED_BY_OWNER',
    'Đơn vị tự đề xuất mô hình của mình, không giới thiệu như bên thứ ba.',
    'A unit proposes its own model; it does not nominate it as a third party.',
  ),
  notRegistered: defineRefusal(
    'MODEL_NOT_REGISTERED',
    'Mô hình chưa có đăng ký được chấp nhận. Hãy đăng ký và chờ chấp nhận trước khi triển khai.',
    'The model has no accepted registration. Register it and await acceptance before it starts.',
  ),
  evidenceMissing: defineRefusal(
    'ACTIVITY_EVIDENCE_MISSING',
    'Hoạt động phải có ít nhất một minh chứng (tệp hoặc liên kết).',
    'An activity needs at least one piece of evidence (a file or a link).',
  ),
  evidenceIncomplete: defineRefusal(
    'ACTIVITY_EVIDENCE_INCOMPLETE',
    'Minh chứng là tệp phải có SHA-256 của tệp; minh chứng là liên kết phải có địa chỉ bắt đầu bằng http:// hoặc https://.',
    'A file needs its SHA-256 as evidence; a link needs an address that begins with http:// or https://.',
  ),
  nothingRevised: defineRefusal(
    'MODEL_DETAILS_UNCHANGED',
    'Chưa có nội dung nào được sửa.',
    'Nothing has been changed.',
  ),
  notEvaluated: defineRefusal(
    'MODEL_NOT_EVALUATED',
    'Mô hình chưa có kết luận đánh giá nên chưa thể kết luận về việc duy trì.',
    'The model has no concluded evaluation, so nothing can be declared on its maintenance.',
  ),
  notEvaluatedInYear: defineRefusal(
    'MODEL_NOT_EVALUATED_IN_YEAR',
    'Mô hình chưa có kết luận đánh giá của năm {year}.',
    'The model has no concluded evaluation for {year}.',
  ),
  notFoundMaintained: defineRefusal(
    'MODEL_NOT_FOUND_MAINTAINED',
    'Kết luận đánh giá năm {year} không phải là hiệu quả và được duy trì thường xuyên, nên không thể kết luận mô hình được duy trì trong năm đó.',
    'The evaluation for {year} did not find the model effective and kept up, so it cannot be declared maintained for that year.',
  ),
  notRegisteredInYear: defineRefusal(
    'MODEL_NOT_REGISTERED_IN_YEAR',
    'Mô hình không được duy trì chỉ tiếp tục được khi đăng ký năm {year} đã được chấp nhận. Hãy lập và gửi đăng ký của năm đó.',
    'A model that was not kept up goes on only with an accepted registration for {year}. Register it for that year first.',
  ),
  nothingToDeclare: defineRefusal(
    'MODEL_NOTHING_TO_DECLARE',
    'Không còn năm nào có kết quả đánh giá phù hợp mà chưa kết luận như vậy về việc duy trì mô hình.',
    'No evaluated year with a fitting result is left to be declared so.',
  ),
  alreadyDeclared: defineRefusal(
    'MODEL_ALREADY_DECLARED',
    'Đã có kết luận như vậy về việc duy trì mô hình trong năm {year}.',
    'The same has been declared for {year} already.',
  ),
  ownerUnchanged: defineRefusal(
    'MODEL_OWNER_UNCHANGED',
    'Đơn vị này đang chủ trì mô hình.',
    'This unit owns the model already.',
  ),
  notRestricted: defineRefusal(
    'MODEL_NOT_RESTRICTED',
    'Mô hình không thuộc diện hạn chế công khai.',
    'The model is not restricted.',
  ),
} as const;
