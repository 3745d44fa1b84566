/** The RDF environment with datasets, which take as long to load as all else of it: for those few who need them. */
import Environment from '@rdfjs/environment';
import DataFactory from 'rdf-ext/DataFactory.js';
import DatasetFactory from 'rdf-ext/DatasetFactory.js';

export const rdfDatasets = new Environment([DataFactory, DatasetFactory], { bind: true });
