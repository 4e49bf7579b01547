// SPDX-License-Identifier: EUPL-1.2

// Renders a chart as Helm does, with the same template engine (text/template) and the same functions (sprig), both from
// Debian: Helm itself is not in Debian. It knows what our templates use, and fails on anything else:
//
//	render CHART RELEASE [VALUES.yaml…]
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
	"sigs.k8s.io/yaml"
)

type object = map[string]interface{}

func read(path string) object {
	text, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var out object
	if err := yaml.UnmarshalStrict(text, &out); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
	return out
}

// over lays one set of values over another: maps are merged, anything else replaces.
func over(base, top object) object {
	for key, value := range top {
		below, isMap := base[key].(object)
		if above, ok := value.(object); ok && isMap {
			base[key] = over(below, above)
		} else {
			base[key] = value
		}
	}
	return base
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("gebruik: render CHART RELEASE [VALUES.yaml…]")
	}
	chart, values := os.Args[1], read(filepath.Join(os.Args[1], "values.yaml"))
	for _, path := range os.Args[3:] {
		values = over(values, read(path))
	}
	about := object{}
	for key, value := range read(filepath.Join(chart, "Chart.yaml")) {
		about[strings.ToUpper(key[:1])+key[1:]] = value
	}
	root := object{
		"Values": values, "Chart": about,
		"Release": object{"Name": os.Args[2], "Namespace": "regie", "Service": "Helm", "Revision": 1},
	}

	all := template.New("chart").Option("missingkey=error")
	functions := sprig.TxtFuncMap()
	delete(functions, "env")
	delete(functions, "expandenv")
	functions["toYaml"] = func(value interface{}) (string, error) {
		text, err := yaml.Marshal(value)
		return strings.TrimSuffix(string(text), "\n"), err
	}
	functions["include"] = func(name string, data interface{}) (string, error) {
		var out bytes.Buffer
		err := all.ExecuteTemplate(&out, name, data)
		return out.String(), err
	}
	all.Funcs(functions)
	paths, err := filepath.Glob(filepath.Join(chart, "templates", "*"))
	if err != nil {
		log.Fatal(err)
	}
	sort.Strings(paths)
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		if _, err := all.New(path).Parse(string(text)); err != nil {
			log.Fatal(err)
		}
	}
	for _, path := range paths {
		if strings.HasPrefix(filepath.Base(path), "_") {
			continue
		}
		var out bytes.Buffer
		if err := all.ExecuteTemplate(&out, path, root); err != nil {
			log.Fatal(err)
		}
		if filepath.Ext(path) == ".txt" || strings.TrimSpace(out.String()) == "" {
			continue
		}
		fmt.Printf("---\n# Source: %s\n%s\n", filepath.Base(path), out.String())
	}
}
