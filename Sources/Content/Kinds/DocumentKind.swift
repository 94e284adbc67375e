import Diagnostics

/// The kinds of documents: texts with a head, each a file with a page of its own. What a kind is stands in its
/// declaration; whatever goes over kinds goes over all of them.
package enum DocumentKind: String, Sendable, CaseIterable {
    case practice, notice, rule, form, page

    package var declaration: DocumentDeclaration {
        switch self {
        case .practice: .practice
        case .notice: .notice
        case .rule: .rule
        case .form: .form
        case .page: .page
        }
    }

    /// The kind whose texts stand in a folder of the content.
    init?(folder: String) {
        guard let kind = Self.allCases.first(where: { $0.declaration.folder == folder }) else { return nil }
        self = kind
    }

    /// The kind of a text by its place below `content/`.
    package init(atPath path: String) {
        let folders = path.split(separator: "/").dropFirst()
        self = folders.count < 2 ? .page : folders.first.flatMap { Self(folder: String($0)) } ?? .page
    }

    /// The address of the list of all documents; `nil` for a kind without one.
    package var listURL: String? { declaration.folder.map { "/\($0)/" } }
}

/// What a kind of documents is, said once.
package struct DocumentDeclaration: Sendable {
    /// The folder of its texts below `content/`, with which their addresses begin; `nil` for texts that stand in any other.
    package let folder: String?
    package let schema: ContentSchema
    /// The fields besides those that all documents have.
    package let fields: [DeclaredField]
    /// What summaries count: `通知`, `notice`; `nil` for a kind that they do not mention.
    package let counted: LocalizedText?
    /// The text that a new document begins with.
    package let beginning: LocalizedText
    /// The day of a document: of publication, or of its last change.
    package let day: FieldKey<Located<CalendarDate>>?
    /// Whether a document is not public before its day.
    package let isHiddenBeforeDay: Bool
    package let order: Order
    /// Whether paragraphs that begin as articles do (第一条) can be cited alone.
    let hasArticles: Bool
    /// The files that a page offers.
    package let files: FieldKey<[Located<FileReference>]>?
    /// The older document that one takes the place of.
    package let supersedes: FieldKey<Located<FileReference>>?
    /// The edition that a document is about.
    package let edition: FieldKey<Located<Int>>?

    /// The theme's words for the list of a kind, its title and what it says of itself; `nil` for a kind without one.
    package var listWords: (title: String, description: String)? { folder.map { ($0, $0 + "_description") } }

    /// The order of lists.
    package enum Order: Sendable {
        case byPath
        /// By day; documents without one are last.
        case newestFirst
        /// By a text such as a version, the greatest first.
        case descending(FieldKey<Located<String>>)
    }

    init(
        folder: String?, zh: String, en: String, counted: LocalizedText?, beginning: LocalizedText,
        fields: [DeclaredField],
        day: FieldKey<Located<CalendarDate>>? = nil, isHiddenBeforeDay: Bool = false, order: Order,
        hasArticles: Bool = false, files: FieldKey<[Located<FileReference>]>? = nil,
        supersedes: FieldKey<Located<FileReference>>? = nil, edition: FieldKey<Located<Int>>? = nil
    ) {
        self.folder = folder
        schema = ContentSchema(zh: zh, en: en, CommonFields.all + [CommonFields.summary] + fields.map(\.schema))
        self.fields = fields
        self.counted = counted
        self.beginning = beginning
        self.day = day
        self.isHiddenBeforeDay = isHiddenBeforeDay
        self.order = order
        self.hasArticles = hasArticles
        self.files = files
        self.supersedes = supersedes
        self.edition = edition
    }
}
