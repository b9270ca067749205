import { defineRefusal } from '#kernel';

export const replicationRefusals = {
  modelNotOfUnit: defineRefusal(
    'REPLICATED_MODEL_DIFFERS',
    'Mô hình {model} không do đơn vị {unit} chủ trì, hoặc không thuộc phong trào này.',
    'Model {model} is not run by unit {unit}, or is not of this campaign.',
  ),
  notReplicable: defineRefusal(
    'MODEL_NOT_REPLICABLE',
    'Chỉ nhân rộng mô hình được kết luận hiệu quả và duy trì thường xuyên trong năm {year}.',
    'Only a model found effective and maintained in {year} is replicated.',
  ),
  outdated: defineRefusal(
    'REPLICATION_OUTDATED',
    'Đề xuất dựa trên kết quả năm {year} chỉ được quyết định đến hết năm sau đó. Hãy đề xuất lại theo kết quả đánh giá mới nhất.',
    'A proposal that rests on {year} is decided by the end of the year after it. Propose anew on the latest evaluation.',
  ),
  alreadyUnderWay: defineRefusal(
    'REPLICATION_UNDER_WAY',
    'Mô hình này đã có đề xuất hoặc quyết định nhân rộng trong năm {year}.',
    'The model already has a replication proposed or decided in {year}.',
  ),
  selectionMissing: defineRefusal(
    'SELECTION_MISSING',
    'Nhân rộng theo lựa chọn phải nêu các đơn vị được chọn; nhân rộng toàn thành phố thì không.',
    'A selective replication names its units; a city-wide one does not.',
  ),
  unitTwice: defineRefusal('REPLICATION_UNIT_TWICE', 'Mỗi đơn vị chỉ được nêu một lần.', 'Each unit is named once.'),
  noUnits: defineRefusal('REPLICATION_UNITS_MISSING', 'Phải nêu ít nhất một đơn vị.', 'Name at least one unit.'),
  unitInactive: defineRefusal(
    'REPLICATION_UNIT_NOT_ACTIVE',
    'Đơn vị {unit} không tồn tại hoặc không còn hoạt động.',
    'Unit {unit} does not exist or is not active.',
  ),
  originAdopts: defineRefusal(
    'ORIGIN_CANNOT_ADOPT',
    'Đơn vị chủ trì mô hình gốc không thể tiếp nhận mô hình của chính mình.',
    'The unit that the model comes from cannot adopt it.',
  ),
  notSelected: defineRefusal(
    'UNIT_NOT_SELECTED',
    'Đơn vị {unit} không thuộc danh sách được chọn trong quyết định nhân rộng.',
    'Unit {unit} is not among those the decision selected.',
  ),
  alreadyInvited: defineRefusal(
    'UNIT_ALREADY_INVITED',
    'Đơn vị {unit} đã được mời tiếp nhận.',
    'Unit {unit} has been invited already.',
  ),
  notInvited: defineRefusal(
    'ADOPTION_NOT_THERE',
    'Đơn vị {unit} chưa được mời tiếp nhận, hoặc việc tiếp nhận chưa đến (đã qua) bước này.',
    'Unit {unit} has not been invited, or its adoption is not at this step.',
  ),
  noneThere: defineRefusal('NO_ADOPTION_THERE', 'Không có đơn vị nào ở bước này.', 'No unit is at this step.'),
  otherUnit: defineRefusal(
    'ADOPTION_OF_OTHER_UNIT',
    'Chỉ đơn vị tiếp nhận mới được thực hiện việc này cho mình.',
    'Only the adopting unit does this for itself.',
  ),
  mandatory: defineRefusal(
    'ADOPTION_MANDATORY',
    'Quyết định nhân rộng này là bắt buộc nên không được từ chối. Nếu có vướng mắc, hãy kiến nghị với Sở Nội vụ.',
    'This replication is mandatory and cannot be declined. Raise difficulties with Home Affairs.',
  ),
  modelNotDerived: defineRefusal(
    'ADOPTED_MODEL_NOT_DERIVED',
    'Mô hình {model} không phải mô hình riêng của đơn vị được lập từ mô hình gốc.',
    'Model {model} is not the unit’s own model derived from the replicated one.',
  ),
  modelIsSource: defineRefusal(
    'ADOPTED_MODEL_IN_USE',
    'Mô hình {model} đã được ghi nhận cho một đơn vị tiếp nhận.',
    'Model {model} has been recorded for an adoption already.',
  ),
  nothingMeasured: defineRefusal('NOTHING_MEASURED', 'Phải nêu ít nhất một kết quả.', 'Give at least one figure.'),
  notMeasured: defineRefusal(
    'ADOPTION_NOT_MEASURED',
    'Đơn vị {unit} chưa ghi nhận kết quả nên chưa thể xác nhận.',
    'Unit {unit} has recorded no result, so it cannot be confirmed.',
  ),
  noneMeasured: defineRefusal(
    'NO_ADOPTION_MEASURED',
    'Chưa có đơn vị tiếp nhận nào ghi nhận kết quả để xác nhận.',
    'No adopting unit has recorded a result that could be confirmed.',
  ),
  allInvited: defineRefusal(
    'ALL_SELECTED_INVITED',
    'Mọi đơn vị được chọn đều đã được mời.',
    'Every unit of the selection has been invited.',
  ),
  stillOpen: defineRefusal(
    'ADOPTIONS_STILL_OPEN',
    'Còn {open} đơn vị chưa có kết luận. Hãy xác nhận hoặc kết luận trước khi kết thúc.',
    '{open} adoptions are still open. Settle them first.',
  ),
} as const;
