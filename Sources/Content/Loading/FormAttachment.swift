import Diagnostics
import Forms
import Rules

/// Puts the definitions of forms to their pages.
enum FormAttachment {
    /// - Parameters:
    ///   - definitions: by the folders of their forms.
    ///   - unusable: paths of files with errors, whose absence is told already.
    static func attach(
        _ definitions: [String: Located<FormDefinition>], to forms: [DocumentEntry], unusable: Set<String>
    ) -> (forms: [DocumentEntry], findings: [Diagnostic]) {
        var findings: [Diagnostic] = []
        let attached = forms.map { form -> DocumentEntry in
            guard form.page.isBundle, let definition = definitions[form.page.slug] else { return form }
            if let version = form[FormFields.version], version.value != definition.value.version {
                findings.append(otherVersion(definition, version))
            }
            var form = form
            form.definition = definition
            return form
        }
        let known = Set(attached.filter { $0.definition != nil }.map(\.page.slug))
        for (slug, definition) in definitions.sorted(by: { $0.key < $1.key }) where !known.contains(slug) {
            let page = "content/forms/\(slug)/index.md"
            guard !unusable.contains(page) else { continue }
            findings.append(
                Diagnostic(
                    .fileMisplaced, at: definition.range,
                    message: LocalizedText(zh: "有 form.yaml，却没有 \(page)。", en: "There is a form.yaml but no \(page).")))
        }
        return (attached, findings)
    }

    private static func otherVersion(_ definition: Located<FormDefinition>, _ version: Located<String>)
        -> Diagnostic
    {
        Diagnostic(
            .formField, at: version.range,
            message: LocalizedText(
                zh: "这里的版本是“\(version.value)”，form.yaml 里是“\(definition.value.version)”。",
                en: "The version here is “\(version.value)”, in form.yaml it is “\(definition.value.version)”."),
            help: LocalizedText(zh: "请改成相同的版本。", en: "Make them the same."),
            related: [
                Diagnostic.Related(LocalizedText(zh: "表格定义在这里", en: "the definition is here"), at: definition.range)
            ])
    }
}
