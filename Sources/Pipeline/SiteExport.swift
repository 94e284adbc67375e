import Certificates
import Content
import Diagnostics
import OpenData
import SiteModel
import Theming

/// Files of the published data, made without publishing a site.
package struct SiteExport: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case csv, json, xlsx
    }

    /// `nil` when there is no usable `site.config`.
    package let site: Site?
    /// What is wrong with the content, as a build would say it.
    package let report: DiagnosticReport
    private let workspace: Workspace

    /// - Throws: an I/O error when the source cannot be read.
    package init(_ options: BuildOptions) throws {
        workspace = options.workspace
        let loaded = options.configured(try SiteLoader.load(options.workspace, jobs: options.jobs))
        guard let content = loaded.content else {
            site = nil
            report = DiagnosticReport.of(loaded.diagnostics)
            return
        }
        let made = Build.make(content, found: loaded.diagnostics, theme: nil, options)
        site = made.site
        report = DiagnosticReport.of(made.counted)
    }

    /// What became of a wish for certificates.
    package enum CertificatesResult: Sendable {
        case made([UInt8], pageCount: Int)
        case noEdition
        /// The theme has no `certificate.yaml`.
        case noTemplate
        case wrongTemplate([Diagnostic])
    }

    /// A PDF with a page for every title of a year that is held.
    ///
    /// - Throws: `CertificateError`.
    package func certificates(year: Int) throws -> CertificatesResult {
        guard let site, let edition = site.editions.first(where: { $0.year == year }) else { return .noEdition }
        var findings: [Diagnostic] = []
        let file = ThemeFile.find("certificate.yaml", in: site.configuration.theme.value, findings: &findings) { path in
            workspace.read(path, ThemeSource.maximumTextBytes)
        }
        guard let file else { return findings.isEmpty ? .noTemplate : .wrongTemplate(findings) }
        guard let template = CertificateTemplate.read(file, findings: &findings) else {
            return .wrongTemplate(findings)
        }
        let (bytes, pageCount) = try CertificateSheets.pdf(edition: edition, in: site, template: template)
        return .made(bytes, pageCount: pageCount)
    }

    /// The list of a year, or of all years; `nil` when the year has no public edition.
    ///
    /// - Throws: `WorkbookError`.
    package func list(year: Int?, format: Format) throws -> [UInt8]? {
        guard let site else { return nil }
        guard let year else {
            let file: FileRoute.DataFile =
                switch format {
                case .csv: .awardsCSV
                case .json: .awardsJSON
                case .xlsx: .awardsXLSX
                }
            return try OpenDataFile.bytes(of: file, in: site)
        }
        guard let index = site.editions.firstIndex(where: { $0.year == year }) else { return nil }
        let file: FileRoute.DataFile =
            switch format {
            case .csv: .editionCSV(index)
            case .json: .editionJSON(index)
            case .xlsx: .editionXLSX(index)
            }
        return try OpenDataFile.bytes(of: file, in: site)
    }
}
