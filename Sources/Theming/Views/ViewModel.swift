/// A value that templates read. It knows its keys, so that a template can be checked before a page is made.
package protocol ViewModel: Sendable {
    static var fields: ViewFields<Self> { get }

    /// The value of the field at an index of `fields.type.fields`.
    ///
    /// A requirement although one implementation serves all, so that it is compiled for each type of view.
    func value(at index: Int) -> ViewValue
}

extension ViewModel {
    package func value(at index: Int) -> ViewValue { Self.fields.value(of: self, at: index) }
}

/// What a field of a view holds on a page.
package enum ViewValue {
    /// Text; empty text counts as absent in sections.
    case text(String)
    /// Finished HTML as UTF-8; kept as bytes from the Markdown renderer to the page.
    case html([UInt8])
    case flag(Bool)
    case view((any ViewModel)?)
    case list([any ViewModel])
    case texts([String])
}

/// What a key of a view holds, as far as a template needs to know.
package enum ViewFieldKind: Sendable {
    /// Text that is escaped: `{{name}}`. As a section it is true when it is not empty.
    case text
    /// An address, or several as `srcset` has them, that the program made or checked: text that may begin an attribute
    /// which leads somewhere.
    case address
    /// JSON that is finished, for a script that is data: `{{{name}}}`.
    case json
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

    /// The index of a field by its name.
    func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// The keys of one kind of view with the way to their values.
package struct ViewFields<View>: Sendable {
    package struct Field: Sendable {
        let name: String
        let kind: ViewFieldKind
        let purpose: String
        let value: @Sendable (View) -> ViewValue

        package static func text(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> String?
        ) -> Field {
            Field(name: name, kind: .text, purpose: purpose) { .text(value($0) ?? "") }
        }

        package static func address(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> String?
        ) -> Field {
            Field(name: name, kind: .address, purpose: purpose) { .text(value($0) ?? "") }
        }

        package static func json(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [UInt8]
        ) -> Field {
            Field(name: name, kind: .json, purpose: purpose) { .html(value($0)) }
        }

        package static func html(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [UInt8]
        ) -> Field {
            Field(name: name, kind: .html, purpose: purpose) { .html(value($0)) }
        }

        package static func flag(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> Bool
        ) -> Field {
            Field(name: name, kind: .flag, purpose: purpose) { .flag(value($0)) }
        }

        package static func view<Child: ViewModel>(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> Child?
        ) -> Field {
            Field(name: name, kind: .view { Child.fields.type }, purpose: purpose) { .view(value($0)) }
        }

        /// A view that is asked for many times on a page: it is boxed once, and not each time.
        static func boxed<Child: ViewModel>(
            _ name: String, _ type: Child.Type, _ purpose: String, _ value: @escaping @Sendable (View) -> any ViewModel
        ) -> Field {
            Field(name: name, kind: .view { type.fields.type }, purpose: purpose) { .view(value($0)) }
        }

        package static func list<Child: ViewModel>(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [Child]
        ) -> Field {
            Field(name: name, kind: .list { Child.fields.type }, purpose: purpose) { .list(value($0)) }
        }

        package static func texts(
            _ name: String, _ purpose: String, _ value: @escaping @Sendable (View) -> [String]
        ) -> Field {
            Field(name: name, kind: .texts, purpose: purpose) { .texts(value($0)) }
        }
    }

    package let type: ViewType
    private let values: [@Sendable (View) -> ViewValue]

    /// - Parameters:
    ///   - name: what the documentation calls the view.
    ///   - purpose: one sentence for theme authors.
    package init(_ name: String, _ purpose: String, _ fields: [Field]) {
        type = ViewType(
            name: name, purpose: purpose,
            fields: fields.map { ViewType.Field(name: $0.name, kind: $0.kind, purpose: $0.purpose) })
        values = fields.map(\.value)
    }

    func value(of view: View, at index: Int) -> ViewValue { values[index](view) }
}
