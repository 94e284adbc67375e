/// What a person may say yes to, so that an import that would change a record goes on (`--accept`).
package enum ImportAcceptance: String, Sendable, Hashable, CaseIterable {
    /// Teams are added to a list that is already announced.
    case newTeams = "new-teams"
    /// Teams whose cell for the recommender is empty were put forward by their enterprises.
    case emptyRecommender = "empty-recommender"
    /// An empty cell for province or recommender means what stands in the row above.
    case sameAsAbove = "same-as-above"
    /// Rows without a team or without an enterprise are left out.
    case incompleteRows = "incomplete-rows"
    /// Headings between the rows that are not understood say nothing about province or recommender.
    case unknownHeadings = "unknown-headings"
    /// Columns that look like provinces or recommenders under another name are left out.
    case unknownColumns = "unknown-columns"
    /// Another list on the same sheet is left out.
    case otherLists = "other-lists"

    /// What is said yes to, for the help of the command.
    package var meaning: (zh: String, en: String) {
        switch self {
        case .newTeams: ("已公示或公布的名单增加班组", "add teams to a list that is announced")
        case .emptyRecommender: ("推荐单位空着的是企业自荐", "an empty recommender means that the enterprise applied itself")
        case .sameAsAbove: ("省份、推荐单位空着的与上一行相同", "an empty province or recommender is that of the row above")
        case .incompleteRows: ("缺班组或企业的行不导入", "leave out rows without team or enterprise")
        case .unknownHeadings: ("看不懂的小标题不表示省份和推荐单位", "headings that are not understood say nothing")
        case .unknownColumns: ("像推荐单位、省份的未知列不导入", "leave out unknown columns that look like recommenders or provinces")
        case .otherLists: ("同一张表里的另一份名单不导入", "leave out another list on the sheet")
        }
    }
}
