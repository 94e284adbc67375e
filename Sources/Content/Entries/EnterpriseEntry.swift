import Diagnostics
import Documents
import Fields
import Forms
import Pictures
import Values

/// An enterprise of `enterprises.yaml`.
package struct EnterpriseEntry: Sendable {
    package struct Name: Sendable {
        package let name: Located<String>
        package let from: Located<CalendarDate>?
        package let to: Located<CalendarDate>?
    }

    package let id: Located<Slug>
    /// At least one, oldest first.
    package let names: [Name]
    /// GB 32100 unified social credit code.
    package let creditCode: Located<String>?
    package typealias Parent = (id: Located<Slug>, kind: Located<ParentKind>)
    package let parent: Parent?
    /// Site-absolute paths that lead to its page.
    package let aliases: [Located<String>]
}

/// A recommending association of `associations.yaml`.
package struct AssociationEntry: Sendable {
    package let id: Located<Slug>
    package let name: Located<String>
    package let level: Located<AssociationLevel>
    package let province: Located<Province>?
    /// Site-absolute paths that lead to its page.
    package let aliases: [Located<String>]
}

extension EnterpriseNames {
    /// The names in `enterprises.yaml`.
    package init(_ entries: [EnterpriseEntry]) {
        self.init(entries.lazy.map { (id: $0.id.value.text, names: $0.names.map(\.name.value)) })
    }
}
