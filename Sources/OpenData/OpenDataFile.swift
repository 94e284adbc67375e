import SiteModel

/// The machine-readable files of a site: lists as CSV, JSON and XLSX, their schema, the feed and the sitemap.
package enum OpenDataFile {
    /// The bytes of a file. Pure: the same site gives the same bytes.
    ///
    /// - Parameter scratch: an existing folder for the temporary files of spreadsheets; the system's for `nil`.
    /// - Throws: `WorkbookError` when a spreadsheet cannot be made.
    package static func bytes(of file: FileRoute.DataFile, in site: Site, scratch: String? = nil) throws -> [UInt8] {
        switch file {
        case .awardsCSV: CSVList.bytes(of: site.teams, in: site)
        case .editionCSV(let index): CSVList.bytes(of: site.editions[index].teams.map { site.teams[$0] }, in: site)
        case .associationCSV(let index):
            CSVList.bytes(of: site.associations[index].teams.map { site.teams[$0] }, in: site)
        case .provinceCSV(let index): CSVList.bytes(of: site.provinces[index].teams.map { site.teams[$0] }, in: site)
        case .awardsJSON: JSONList.bytes(of: site.teams, editions: site.editions, in: site)
        case .editionJSON(let index):
            JSONList.bytes(
                of: site.editions[index].teams.map { site.teams[$0] }, editions: [site.editions[index]], in: site)
        case .awardsXLSX:
            try Spreadsheet.bytes(of: Array(site.teams.indices), named: "awards", in: site, scratch: scratch)
        case .editionXLSX(let index):
            try Spreadsheet.bytes(
                of: site.editions[index].teams, named: String(site.editions[index].year), in: site, scratch: scratch)
        case .schema: ListSchema.bytes(of: site)
        case .feed: AtomFeed.bytes(of: site)
        case .sitemap: Sitemap.bytes(of: site)
        case .robots: Robots.bytes(of: site)
        }
    }
}
