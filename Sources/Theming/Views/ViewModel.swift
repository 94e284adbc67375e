import Mustache

/// A value that templates read. It knows its keys, so that a template can be checked before a page is made.
package protocol ViewModel: MustacheParent, Sendable {
    static var fields: ViewFields<Self> { get }
}

extension ViewModel {
    package func child(named name: String) -> Any? { Self.fields.value(of: self, named: name) }
}

/// What a key of a view holds, as far as a template needs to know.
package enum ViewFieldKind: Sendable {
    /// Text that is escaped: `{{name}}`. As a section it is true when it is not empty.
    case text
    /// HTML that is finished: `{{{name}}}`.
    case html
    /// True or false, for sections.
    case flag
    /// A view or nothing: `{{#name}}…{{/name}}` shows it once or not at all.
    case view(@Sendable () -> ViewType)
    /// Views: `{{#name}}…{{/name}}` repeats.
    case list(@Sendable () -> ViewType)
    /// Pieces of text: `{{#name}}{{.}}{{/name}}`.
    case texts
    /// The words of the theme's language, by the keys of `strings/<language>.yaml`.
    case strings
}

/// A view's name, purpose and keys, for the template check and for the theme author's documentation.
package struct ViewType: Sendable {
    package struct Field: Sendable {
        package let name: String
        package let kind: ViewFieldKind
        package let purpose: String
    }

    package let name: String
    package let purpose: String
    package let fields: [Field]

    package func field(named name: String) -> Field? { fields.first { $0.name == name } }
}

/// The keys of one kind of view with the way to their values.
package struct ViewFields<View>: Sendable {
    package struct Field: Sendable {
        let name: String
        let kind: ViewFieldKind
        let purpose: String
        let value: @Sendable (View) -> Any

        package static func text(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> String?
        ) -> Field {
            Field(name: name, kind: .text, purpose: purpose) { ViewText(value($0) ?? "") }
        }

        package static func html(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> String?
        ) -> Field {
            Field(name: name, kind: .html, purpose: purpose) { ViewText(value($0) ?? "") }
        }

        package static func number(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> Int?
        ) -> Field {
            Field(name: name, kind: .text, purpose: purpose) { ViewText(value($0).map { String($0) } ?? "") }
        }

        package static func flag(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> Bool
        ) -> Field {
            Field(name: name, kind: .flag, purpose: purpose) { value($0) }
        }

        package static func view<Child: ViewModel>(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> Child?
        ) -> Field {
            Field(name: name, kind: .view { Child.fields.type }, purpose: purpose) { view in
                if let child = value(view) { child } else { ViewText("") }
            }
        }

        package static func list<Child: ViewModel>(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [Child]
        ) -> Field {
            Field(name: name, kind: .list { Child.fields.type }, purpose: purpose) { value($0) }
        }

        package static func texts(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [String]
        ) -> Field {
            Field(name: name, kind: .texts, purpose: purpose) { value($0).map { ViewText($0) } }
        }
    }

    package let type: ViewType
    private let values: [String: @Sendable (View) -> Any]

    /// - Parameters:
    ///   - name: what the documentation calls the view.
    ///   - purpose: one sentence for theme authors.
    package init(_ name: String, _ purpose: String, _ fields: [Field]) {
        type = ViewType(
            name: name, purpose: purpose,
            fields: fields.map { ViewType.Field(name: $0.name, kind: $0.kind, purpose: $0.purpose) })
        values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a key; never `nil` for a known key, so that Mustache does not look for it in outer views.
    func value(of view: View, named name: String) -> Any? { values[name]?(view) }
}

/// A piece of text in a view. Empty text counts as absent in sections.
struct ViewText: MustacheParent, MustacheCustomRenderable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    var renderText: String { text }
    var isNull: Bool { text.isEmpty }

    /// Text has no keys of its own: names inside its section belong to the views around it.
    func child(named name: String) -> Any? { nil }
}
