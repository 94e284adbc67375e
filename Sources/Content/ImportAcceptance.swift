import Diagnostics

/// What a person may say yes to, so that an import of a table or of forms goes on that would change a record
/// (`--accept`).
package enum ImportAcceptance: String, Sendable, Hashable, CaseIterable {
    /// Teams that the list does not have, though it is announced or has others that may be meant, are added to it.
    case newTeams = "new-teams"
    /// Names, provinces and recommenders of an announced list change.
    case listChanges = "list-changes"
    /// Recommenders that the site does not know by name are taken over as they stand.
    case unknownRecommenders = "unknown-recommenders"
    /// Teams whose cell for the recommender is empty were put forward by their enterprises.
    case emptyRecommender = "empty-recommender"
    /// An empty cell for province or recommender means what stands in the row above.
    case sameAsAbove = "same-as-above"
    /// Rows without a team or without an enterprise are left out.
    case incompleteRows = "incomplete-rows"
    /// Headings between the rows that are not understood say nothing about province or recommender.
    case unknownHeadings = "unknown-headings"
    /// Columns that look like provinces or recommenders, or that seem to say who is on the list, are left out.
    case unknownColumns = "unknown-columns"
    /// Another list, and rows that say of themselves that they are not on the list, are left out.
    case otherLists = "other-lists"
    /// A list whose title calls its teams candidates is the one that is wanted.
    case candidates
    /// Words behind names of teams that look like persons' names belong to them.
    case namesAsWritten = "names-as-written"
    /// The text of a form takes the place of the write-up that is there.
    case resubmitted

    /// What an import of a table asks about.
    package static let ofTables = allCases.filter { $0 != .resubmitted }

    /// What an import of forms asks about.
    package static let ofForms: [ImportAcceptance] = [
        .newTeams, .unknownRecommenders, .emptyRecommender, .resubmitted,
    ]

    /// What is said yes to, as it goes on after 如果, and in English after “to”.
    package var meaning: LocalizedText {
        switch self {
        case .newTeams: LocalizedText(zh: "名单上没有的班组是新增的", en: "add teams that the list does not have")
        case .listChanges:
            LocalizedText(zh: "确实要改名单，并会在“更正”里写明", en: "change the list, which a correction will tell")
        case .unknownRecommenders:
            LocalizedText(
                zh: "推荐单位的名称没有错，只是 associations.yaml 里还没有", en: "take recommenders that associations.yaml does not have"
            )
        case .emptyRecommender:
            LocalizedText(zh: "推荐单位空着的都是企业自荐", en: "take teams without a recommender for self-nominated")
        case .sameAsAbove:
            LocalizedText(zh: "空着的省份、推荐单位与上一行相同", en: "fill an empty province or recommender from the row above")
        case .incompleteRows: LocalizedText(zh: "缺班组或企业的行不用导入", en: "leave out rows without team or enterprise")
        case .unknownHeadings:
            LocalizedText(
                zh: "看不懂的和与省份列矛盾的小标题，都不表示省份和推荐单位",
                en: "go on as if headings that are not understood, or contradict the rows, said nothing")
        case .unknownColumns:
            LocalizedText(
                zh: "这些列不是推荐单位或省份，也不说明是否入选，不用导入",
                en:
                    "leave out unknown columns that look like recommenders or provinces, or seem to say who is on the list"
            )
        case .otherLists:
            LocalizedText(
                zh: "另一份名单和写明不在名单上的班组不用导入", en: "leave out another list, and teams that are said not to be on the list")
        case .candidates:
            LocalizedText(zh: "题为“拟……”“候选”的就是要导入的名单", en: "take a list of candidates for the one that is wanted")
        case .namesAsWritten:
            LocalizedText(zh: "班组名称后面的不是人的姓名，是名称的一部分", en: "keep names of teams that seem to end in a person's name")
        case .resubmitted:
            LocalizedText(zh: "要用重新提交的正文换下已有的正文", en: "put the text of a form in the place of the one that is there")
        }
    }
}
