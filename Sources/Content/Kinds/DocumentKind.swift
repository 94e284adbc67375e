import Diagnostics
import Fields
import Values

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
    /// The day of a document, by one of its fields: of publication, or of its last change.
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

    /// What editors call a document: `通知`.
    package var chineseName: String { (counted ?? schema.name).zh }

    /// The order of lists.
    package enum Order: Sendable {
        case byPath
        /// By day; documents without one are last.
        case newestFirst
        /// By a text such as a version, the greatest first.
        case descending(FieldKey<Located<String>>)
    }

    /// A field of a kind, with what it is for the program where it is more than a value: whatever the program asks a
    /// document for is one of the kind's fields.
    struct Part {
        let field: DeclaredField
        fileprivate let role: Role

        fileprivate enum Role {
            case none
            case day(FieldKey<Located<CalendarDate>>)
            case files(FieldKey<[Located<FileReference>]>)
            case supersedes(FieldKey<Located<FileReference>>)
            case edition(FieldKey<Located<Int>>)
            case version(FieldKey<Located<String>>)
        }

        private init<Value>(_ key: FieldKey<Value>, _ role: Role) {
            field = DeclaredField(key)
            self.role = role
        }

        static func field<Value>(_ key: FieldKey<Value>) -> Part { Part(key, .none) }
        /// The day of a document.
        static func day(_ key: FieldKey<Located<CalendarDate>>) -> Part { Part(key, .day(key)) }
        /// The files that a page offers.
        static func files(_ key: FieldKey<[Located<FileReference>]>) -> Part { Part(key, .files(key)) }
        /// The older document that one takes the place of.
        static func supersedes(_ key: FieldKey<Located<FileReference>>) -> Part { Part(key, .supersedes(key)) }
        /// The edition that a document is about.
        static func edition(_ key: FieldKey<Located<Int>>) -> Part { Part(key, .edition(key)) }
        /// A text by which lists are ordered, the greatest first.
        static func version(_ key: FieldKey<Located<String>>) -> Part { Part(key, .version(key)) }
    }

    /// - Parameters:
    ///   - parts: the fields besides those that all documents have, in the order of scaffolds.
    ///   - isNewestFirst: whether lists are ordered by day; else by version or by path.
    init(
        folder: String?, zh: String, en: String, counted: LocalizedText?, beginning: LocalizedText, _ parts: [Part],
        isHiddenBeforeDay: Bool = false, isNewestFirst: Bool = false, hasArticles: Bool = false
    ) {
        self.folder = folder
        fields = parts.map(\.field)
        schema = ContentSchema(zh: zh, en: en, CommonFields.all + fields.map(\.schema))
        self.counted = counted
        self.beginning = beginning
        self.isHiddenBeforeDay = isHiddenBeforeDay
        self.hasArticles = hasArticles
        var day: FieldKey<Located<CalendarDate>>?
        var files: FieldKey<[Located<FileReference>]>?
        var supersedes: FieldKey<Located<FileReference>>?
        var edition: FieldKey<Located<Int>>?
        var version: FieldKey<Located<String>>?
        for part in parts {
            switch part.role {
            case .none: break
            case .day(let key): day = key
            case .files(let key): files = key
            case .supersedes(let key): supersedes = key
            case .edition(let key): edition = key
            case .version(let key): version = key
            }
        }
        self.day = day
        self.files = files
        self.supersedes = supersedes
        self.edition = edition
        order = isNewestFirst ? .newestFirst : version.map { .descending($0) } ?? .byPath
    }
}
