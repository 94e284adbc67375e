/// PDF files as small as they can be.
package enum SamplePDF {
    /// One page with a line of ASCII.
    package static func saying(_ line: String) -> String {
        let stream = "BT /F1 12 Tf 72 700 Td (\(line)) Tj ET"
        return """
            %PDF-1.4
            1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
            4 0 obj <</Length \(stream.utf8.count)>> stream
            \(stream)
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
            trailer <</Root 1 0 R>>
            %%EOF

            """
    }
}
