import Diagnostics
import Fields
import Values

/// The columns of a roster: `awards/<year>/roster.csv`. Each is declared here once.
///
/// A new column is a key and a place in `RosterColumn.all`: rosters have it read and edited, imports find it by its names,
/// and with `isListed` CSV, JSON and XLSX have it as their last column.
package enum RosterFields {
    package static let id = ColumnKey<Located<TeamID>>(
        .init(
            schema: FieldSchema(
                "id", "编号", .text, .slug, required: true, example: LocalizedText(same: "zj-003"),
                zh: "班组在该年度的编号。", en: "The team's id, unique in its year."),
            presence: .always, importNames: ["班组编号"], canonical: { Slug.isValid($0) ? $0 : nil },
            cell: { .text($0.value.text) }, read: { reader, text, _ in reader.teamID(text) }))
    package static let team = ColumnKey.name(
        "team", "班组名称", .always,
        importNames: [
            "班组", "班组全称", "质量信得过班组", "质量信得过班组名称", "信得过班组名称", "团队名称", "小组名称", "班组团队名称", "获奖班组", "获奖班组名称",
            "优秀班组", "优秀班组名称", "推荐班组", "推荐班组名称", "班组名", "班组团队", "受表彰班组", "入选班组", "入选班组名称", "申报班组", "申报班组名称",
            "teamname", "crew", "crewname", "nameofteam", "nameofcrew",
        ], isAskedByForms: true, example: LocalizedText(zh: "钱湾路面班组", en: "钱湾路面班组"), zh: "班组名称。",
        en: "The team's name.")
    package static let enterprise = ColumnKey.name(
        "enterprise", "企业名称", .always,
        importNames: [
            "企业", "企业全称", "单位", "单位名称", "单位全称", "申报单位", "申报单位名称", "申报企业", "申报企业名称", "所在单位", "所在企业", "所属单位",
            "所属企业", "公司", "公司名称", "工作单位", "获奖单位", "获奖单位名称", "获奖企业", "获奖企业名称", "会员单位", "会员单位名称", "施工企业",
            "施工企业名称", "施工单位", "施工单位名称", "所在单位名称", "所在企业名称", "所属单位名称", "所属企业名称", "班组所在单位", "班组所在企业",
            "班组所属单位", "班组所属企业", "建设单位名称", "养护单位", "养护企业", "企业名", "company", "organisation", "organization",
            "enterprisename", "nameofenterprise", "companyname",
            "nameofcompany", "firm",
        ], isAskedByForms: true, example: LocalizedText(same: "浙江钱湾市政工程有限公司"), zh: "授予称号时的企业名称。",
        en: "The enterprise's name when the title was given.")
    package static let province = ColumnKey<Located<Province>>(
        .init(
            schema: FieldSchema(
                "province", "省份", .text, .province, required: true, example: LocalizedText(same: "浙江"),
                zh: "省份简称。", en: "Short name of the province."),
            presence: .always,
            importNames: [
                "省", "省市", "省市区", "省区市", "省自治区直辖市", "地区", "所在省份", "所在省", "所属省份", "所在地区", "所属地区", "推荐省份",
                "所在地", "所在省市", "所在省市区", "所在省区市", "所属省市", "省级行政区", "省别", "单位所在地", "企业所在地", "企业所在省份", "省名",
                "省份名称", "所属地", "行政区域", "行政区", "地域", "区域", "region",
            ], canonical: { Province(named: $0)?.shortName }, cell: { .text($0.value.shortName) },
            read: { reader, text, _ in reader.province(text) }))
    package static let mode = ColumnKey<Located<ApplicationMode>>.word(
        "mode", "申报方式", .always,
        importNames: ["申报类型", "申报途径", "申报渠道", "推荐方式", "wayofapplication", "applicationmode", "application"],
        zh: "申报方式。",
        en: "How the team applied.", stated: StatedValue.mode)
    /// Name or id of the recommending association.
    package static let recommender = ColumnKey.text(
        "recommender", "推荐单位", .ofRecommended,
        importNames: [
            "推荐单位名称", "推荐部门", "推荐组织", "推荐者", "推荐方", "推荐协会", "推荐协会名称", "推荐机构", "组织推荐单位", "申报协会", "recommendedby",
            "association",
            "recommendingassociation",
        ], isAskedByForms: true, example: LocalizedText(same: "浙江省市政行业协会"), zh: "推荐单位，自荐时为空。",
        en: "The recommending association; none for self-nominated teams."
    ) { $0.recommender($1, $2) }
    /// Separated by semicolons; none means the year's title.
    package static let honors = ColumnKey<[Located<Honor>]>(
        .init(
            schema: FieldSchema(
                "honors", "荣誉", .list(.word(Honor.words)), zh: "荣誉，以分号隔开。", en: "The honours, divided by semicolons."),
            usual: Honor.title.rawValue,
            canonical: { StatedValue.honors($0).map { $0.map(\.rawValue).joined(separator: ";") } },
            cell: { .list($0.map { .word(of: $0.value) }) }, read: { $0.honors($1, $2) }))
    package static let members = ColumnKey.count(
        "members", "班组人数", 1...100_000, importNames: ["人数", "成员人数", "班组成员人数", "班组成员数", "成员数", "size"],
        isAskedByForms: true, zh: "班组人数。", en: "Number of members.")
    package static let standing = ColumnKey<Located<Standing>>.word(
        "standing", "状态", importNames: ["称号状态", "status"], usual: .held, zh: "称号是否有效。", en: "Whether the title stands.")
    package static let withdrawnOn = ColumnKey.day(
        "withdrawn_on", "撤销日期", .ofWithdrawn(isRequired: true), zh: "撤销日期。", en: "Day of the withdrawal.")
    package static let reason = ColumnKey.text(
        "reason", "撤销原因", .ofWithdrawn(isRequired: true), importNames: ["withdrawnreason"], zh: "撤销原因。",
        en: "Reason of the withdrawal.")
    /// The decision on the withdrawal.
    package static let decision = ColumnKey.file(
        "decision", "撤销决定", .ofWithdrawn(isRequired: false), zh: "撤销决定：相对于名单的路径，或网址。",
        en: "The decision on the withdrawal: a path relative to the roster, or a URL.")
    package static let enterpriseID = ColumnKey<Located<Slug>>(
        .init(
            schema: FieldSchema(
                "enterprise_id", "企业编号", .text, .slug, example: LocalizedText(same: "qianwan"), zh: "企业编号，更名后不变。",
                en: "The enterprise's id; stays when its name changes."),
            canonical: { Slug.isValid($0) ? $0 : nil }, cell: { .text($0.value.text) },
            read: { reader, text, _ in reader.enterpriseID(text) }))
    /// Where an honour of the China Association for Quality is documented.
    package static let source = ColumnKey.file(
        "source", "来源链接", .ofFurtherHonors, zh: "荣誉的出处：相对于名单的路径，或网址。",
        en: "Where an honour is documented: a path relative to the roster, or a URL.")
}

extension RosterColumn {
    package static let id = RosterFields.id.column
    package static let team = RosterFields.team.column
    package static let enterprise = RosterFields.enterprise.column
    package static let province = RosterFields.province.column
    package static let mode = RosterFields.mode.column
    package static let recommender = RosterFields.recommender.column
    package static let honors = RosterFields.honors.column
    package static let members = RosterFields.members.column
    package static let standing = RosterFields.standing.column
    package static let withdrawnOn = RosterFields.withdrawnOn.column
    package static let reason = RosterFields.reason.column
    package static let decision = RosterFields.decision.column
    package static let enterpriseID = RosterFields.enterpriseID.column
    package static let source = RosterFields.source.column

    /// All of them, in the order of new rosters.
    package static let all: [RosterColumn] = [
        id, team, enterprise, province, mode, recommender, honors, members, standing, withdrawnOn, reason, decision,
        enterpriseID, source,
    ]

    /// The columns that a roster cannot be without.
    package static let required: [RosterColumn] = all.filter(\.isRequired)

    /// The columns that fields of forms can be written to.
    package static let askedByForms: [RosterColumn] = all.filter(\.isAskedByForms)

    /// The columns that name files.
    static let ofFiles: [RosterColumn] = all.filter(\.holdsFiles)

    /// Those that lists of teams have at their end.
    package static let listed: [RosterColumn] = all.filter(\.isListed)

    private static let byName: [String: RosterColumn] = Dictionary(
        all.flatMap { [($0.name, $0), ($0.chineseName, $0)] }, uniquingKeysWith: { first, _ in first })

    /// The column of a header cell in either language.
    package static func named(_ header: String) -> RosterColumn? {
        let name = header.trimmingSpaces
        return byName[name] ?? byName[name.lowercased()]
    }
}

/// Columns that lists of teams have besides those of rosters: what a site knows of a team without its row. An import of such
/// a list knows them by their names.
package enum ListFields {
    package static let year = FieldSchema(
        "year", "年度", .integer, .range(1900...2199), required: true, zh: "年度。", en: "The edition's year.")
    package static let number = FieldSchema(
        "number", "序号", .integer, required: true, zh: "名单中的次序，不是排名。",
        en: "Place in the list of the decision; no ranking.")
    package static let presentName = FieldSchema(
        "enterprise_present_name", "企业现名", .text, required: true, zh: "企业现在的名称。",
        en: "The enterprise's present name.")
    package static let provinceCode = FieldSchema(
        "province_code", "行政区划代码", .text, required: true, zh: "GB/T 2260 两位代码，新疆生产建设兵团为 XPCC。",
        en: "GB/T 2260, two digits; XPCC for the Corps.")
    package static let editionStatus = FieldSchema(
        "edition_status", "年度状态", .word(EditionStatus.words), required: true, zh: "年度的状态。",
        en: "State of the edition.")
    package static let url = FieldSchema(
        "url", "网址", .text, .address, required: true, zh: "班组页面的网址。", en: "Address of the team's page.")

    /// Those that say nothing to a roster, with the listed fields of write-ups.
    package static let derived: [FieldSchema] = derived(of: WriteUpFields.all)

    static func derived(of fields: [DeclaredField]) -> [FieldSchema] {
        [presentName, provinceCode, editionStatus, url] + fields.filter { $0.cell != nil }.map(\.schema)
    }
}
